package io.parlance.core.inbox;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The people whose inboxes the messages of a submission go to, authors among them, and what makes them find the messages.
 *
 * @param words of each message, in the order of the drafts, each once, with blanks between them
 */
public record Audience(List<UUID> people, List<String> words) {
    /** Takes the plain text of each message, in the order of the drafts. */
    public static Audience of(List<UUID> people, List<String> texts) {
        return new Audience(
                List.copyOf(people),
                texts.stream().map(text -> String.join(" ", Words.of(text))).toList());
    }

    /** The people as PostgreSQL reads an array. */
    public String peopleArray() {
        return people.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
