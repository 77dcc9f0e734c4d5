package io.parlance.core.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Submissions that share one statement: at most 128 rows or 1 MB, or one submission that is larger by itself. */
final class Batch {
    static final int MAX_ROWS = 128;
    static final long MAX_BYTES = 1L << 20;

    private final List<Ticket> tickets = new ArrayList<>();
    private final Map<Object, Ticket> places = new HashMap<>();
    /** Rows that an earlier submission waits to write: a later one must not overtake it. */
    private final Set<Object> claimed = new HashSet<>();

    private final Set<Object> claims = new HashSet<>();
    private final Set<Batch> predecessors = new HashSet<>();
    private final CompletableFuture<Void> numbered = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private int rows;
    private long bytes;

    /** What became of an offer. */
    enum Admission {
        TAKEN,
        /** Not with the others of this batch, whose rows it would write once more. */
        LATER,
        /** There is no room for it. */
        FULL
    }

    Admission offer(Ticket ticket) {
        var holders = ticket.places().stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean overtakes = ticket.places().stream().anyMatch(claimed::contains);
        if (!overtakes && holders.isEmpty()) {
            return add(ticket);
        }
        if (!overtakes && holders.size() == 1 && holders.get(0).isRepeatedBy(ticket)) {
            holders.get(0).join(ticket);
            return Admission.TAKEN;
        }
        claimed.addAll(ticket.places());
        return Admission.LATER;
    }

    private Admission add(Ticket ticket) {
        if (!tickets.isEmpty() && (rows + ticket.rows() > MAX_ROWS || bytes + ticket.bytes() > MAX_BYTES)) {
            return Admission.FULL;
        }
        tickets.add(ticket);
        ticket.places().forEach(place -> places.put(place, ticket));
        claims.addAll(ticket.claims());
        rows += ticket.rows();
        bytes += ticket.bytes();
        return Admission.TAKEN;
    }

    /** Rows to be written; a repetition adds none. */
    int rows() {
        return rows;
    }

    /** Lets this batch be committed only after another, with which it shares threads. */
    void follow(Batch other) {
        predecessors.add(other);
    }

    boolean isFollower() {
        return !predecessors.isEmpty();
    }

    /** Waits until all batches that this one follows have their ids and time. */
    void awaitEarlierIds() {
        predecessors.forEach(other -> other.numbered.join());
    }

    /** Lets those take their ids that follow this batch. */
    void numbered() {
        numbered.complete(null);
    }

    /** Waits for the end of all batches that this one follows. */
    void awaitTurn() {
        predecessors.forEach(other -> other.end.join());
    }

    /** Lets those go on that follow this batch. */
    void end() {
        numbered();
        end.complete(null);
        predecessors.clear(); // or each batch would keep all before it in memory
    }

    /** The threads and keys that no other batch may have at the same time, but one that follows. */
    Set<Object> claims() {
        return claims;
    }

    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return tickets.isEmpty();
    }

    List<Ticket> tickets() {
        return tickets;
    }
}
