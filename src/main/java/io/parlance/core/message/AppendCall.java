package io.parlance.core.message;

import io.parlance.core.idempotency.KeptAnswers;
import io.parlance.core.message.AppendStatement.Column;
import io.parlance.core.message.AppendStatement.Part;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.NewThread;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One use of {@link AppendStatement}: which parts a batch needs, and its parameters, one array for each column. A request is
 * known in the statement by its index in the batch.
 */
final class AppendCall {
    private final List<Ticket> tickets;
    private final Instant now;
    private final Set<Part> parts = EnumSet.noneOf(Part.class);
    private final List<Object> parameters = new ArrayList<>();

    /** A new row. */
    private record Row(int request, UUID tenantId, StoredMessage message) {
        MessageDraft content() {
            return message.content();
        }

        @Nullable
        NaturalKey naturalKey() {
            return content().naturalKey();
        }

        <T> @Nullable T key(Function<NaturalKey, T> part) {
            var key = naturalKey();
            return key == null ? null : part.apply(key);
        }
    }

    /** A person of a thread that is made, or an attachment of a message. */
    private record Link(int request, UUID tenantId, UUID fromId, UUID toId) {}

    /** All statements write natural keys in one order, so that no two wait for each other. */
    private static final Comparator<Row> BY_KEY = Comparator.comparing(
                    Row::naturalKey, Comparator.nullsFirst(NaturalKey.ORDER))
            .thenComparing(Row::tenantId)
            .thenComparing(row -> row.message().dialect());

    AppendCall(List<Ticket> tickets, Instant now) {
        this(tickets, now, Set.of());
    }

    /**
     * A use that leaves something to another statement of the same transaction.
     *
     * @param left parts that are left out even if the batch needs them
     */
    AppendCall(List<Ticket> tickets, Instant now, Set<Part> left) {
        this.tickets = tickets;
        this.now = now;
        var rows = rows();
        if (tickets.stream().anyMatch(ticket -> ticket.key() != null)) {
            parts.add(Part.KEYS);
        }
        if (rows.stream().anyMatch(row -> row.naturalKey() != null)) {
            parts.add(Part.POINTERS);
            rows.sort(BY_KEY);
        }
        Column.of(parts).forEach(column -> bind(column, rows));
        bindKeys();
        bindOpenings();
        bindAttachments(rows);
        if (!left.contains(Part.TOUCHES) && rows.stream().anyMatch(row -> row.naturalKey() == null)) {
            parts.add(Part.TOUCHES);
            parameters.add(now);
        }
        bindInboxes();
        parameters.add(now);
        parameters.add(now);
    }

    String text() {
        return AppendStatement.text(parts);
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    /** Whether the statement answers rows; else only the number of messages that it stored. */
    boolean isKeyed() {
        return parts.contains(Part.KEYS);
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < tickets.size(); i++) {
            var ticket = tickets.get(i);
            for (var message : ticket.messages()) {
                rows.add(new Row(i, ticket.submission().tenantId(), message));
            }
        }
        return rows;
    }

    private void bind(Column column, List<Row> rows) {
        switch (column) {
            case REQUEST -> column(rows, Integer[]::new, Row::request);
            case TENANT_ID -> column(rows, UUID[]::new, Row::tenantId);
            case ID -> column(rows, UUID[]::new, row -> row.message().id());
            case NUMBER -> column(rows, Long[]::new, row -> row.message().number());
            case THREAD_ID -> column(rows, UUID[]::new, row -> row.content().threadId());
            case DIALECT -> column(rows, String[]::new, row -> row.message().dialect());
            case CHANNEL -> column(rows, String[]::new, row -> row.content().channel());
            case AUTHOR_TYPE ->
                column(rows, String[]::new, row -> row.content().author().type());
            case AUTHOR_ID ->
                column(rows, String[]::new, row -> row.content().author().id());
            case AUTHOR_USER_ID ->
                column(rows, UUID[]::new, row -> row.content().author().userId());
            case BODY -> column(rows, String[]::new, row -> row.content().body());
            case CONTENT_TYPE ->
                column(rows, String[]::new, row -> row.content().contentType());
            case IDENTIFIER -> column(rows, String[]::new, row -> row.content().identifier());
            case SENT_AT ->
                column(
                        rows,
                        String[]::new,
                        row -> Objects.toString(row.content().sentAt(), null));
            case ATTRIBUTES -> column(rows, String[]::new, row -> row.content().attributes());
            case GROUP_ID -> column(rows, UUID[]::new, row -> row.key(NaturalKey::groupId));
            case SOURCE -> column(rows, String[]::new, row -> row.key(NaturalKey::source));
            case EXTERNAL_ID -> column(rows, String[]::new, row -> row.key(NaturalKey::externalId));
            case CONTENT_HASH -> column(rows, String[]::new, row -> row.key(key -> contentHash(row.content())));
        }
    }

    private void bindKeys() {
        record KeyRow(int request, Ticket ticket) {}
        var keys = IntStream.range(0, tickets.size())
                .filter(i -> tickets.get(i).key() != null)
                .mapToObj(i -> new KeyRow(i, tickets.get(i)))
                .toList();
        if (keys.isEmpty()) {
            return;
        }
        column(keys, Integer[]::new, KeyRow::request);
        column(keys, UUID[]::new, row -> row.ticket().requireKey().tenantId());
        column(keys, UUID[]::new, row -> row.ticket().requireKey().callerId());
        column(keys, String[]::new, row -> row.ticket().requireKey().operation());
        column(keys, String[]::new, row -> row.ticket().requireKey().text());
        column(keys, String[]::new, row -> row.ticket().requireKey().fingerprint());
        column(keys, byte[][]::new, row -> row.ticket().answer());
        parameters.add(now);
        parameters.add(KeptAnswers.oldest());
    }

    private void bindOpenings() {
        record Opened(int request, MessageThread thread, NewThread wish) {}
        var opened = new ArrayList<Opened>();
        var people = new ArrayList<Link>();
        for (int i = 0; i < tickets.size(); i++) {
            var thread = tickets.get(i).opened();
            var wish = tickets.get(i).submission().opening();
            if (thread != null && wish != null) {
                opened.add(new Opened(i, thread, wish));
                for (var person : wish.participants()) {
                    people.add(new Link(i, thread.tenantId(), thread.id(), person));
                }
            }
        }
        if (opened.isEmpty()) {
            return;
        }
        parts.add(Part.OPENINGS);
        parameters.add(now);
        parameters.add(now);
        column(opened, Integer[]::new, Opened::request);
        column(opened, UUID[]::new, row -> row.thread().tenantId());
        column(opened, UUID[]::new, row -> row.thread().id());
        column(opened, Long[]::new, row -> row.thread().number());
        column(opened, String[]::new, row -> row.thread().dialect());
        column(opened, UUID[]::new, row -> row.thread().applicationId());
        column(opened, UUID[]::new, row -> row.thread().groupId());
        column(opened, String[]::new, row -> row.thread().key());
        column(opened, String[]::new, row -> row.thread().subject());
        column(opened, String[]::new, row -> row.thread().requesterId());
        column(opened, String[]::new, row -> row.thread().status());
        column(opened, String[]::new, row -> row.thread().attributes());
        bindLinks(people);
    }

    private void bindAttachments(List<Row> rows) {
        var links = rows.stream()
                .flatMap(row -> row.content().attachmentIds().stream()
                        .map(id -> new Link(
                                row.request(), row.tenantId(), row.message().id(), id)))
                .toList();
        if (!links.isEmpty()) {
            parts.add(Part.ATTACHMENTS);
            bindLinks(links);
            parameters.add(now);
        }
    }

    private void bindInboxes() {
        record Note(UUID messageId, String people, String words) {}
        var notes = new ArrayList<Note>();
        for (var ticket : tickets) {
            var audience = ticket.submission().audience();
            for (int i = 0; audience != null && i < ticket.messages().size(); i++) {
                var words = audience.words().get(i);
                notes.add(new Note(ticket.messages().get(i).id(), audience.peopleArray(), words));
            }
        }
        if (!notes.isEmpty()) {
            parts.add(Part.INBOXES);
            column(notes, UUID[]::new, Note::messageId);
            column(notes, String[]::new, Note::people);
            column(notes, String[]::new, Note::words);
        }
    }

    private void bindLinks(List<Link> links) {
        column(links, Integer[]::new, Link::request);
        column(links, UUID[]::new, Link::tenantId);
        column(links, UUID[]::new, Link::fromId);
        column(links, UUID[]::new, Link::toId);
    }

    private <R, T> void column(List<R> rows, IntFunction<T[]> array, Function<R, ? extends @Nullable T> part) {
        var values = array.apply(rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = part.apply(rows.get(i));
        }
        parameters.add(values);
    }

    private static String contentHash(MessageDraft content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : List.of(
                    content.threadId().toString(),
                    content.author().type(),
                    content.author().id(),
                    content.body(),
                    String.valueOf(content.sentAt()),
                    content.attributes())) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
