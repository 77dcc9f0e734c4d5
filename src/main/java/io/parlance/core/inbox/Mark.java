package io.parlance.core.inbox;

/** What a person does with a thread for themselves. To do it again changes nothing, nor does anything to what was deleted. */
public enum Mark {
    READ("unread = false"),
    UNREAD("unread = true"),
    ARCHIVED("place = 'archived'"),
    /** Takes the thread out of sight with all its messages; only what comes later shows again. */
    DELETED("place = 'deleted', unread = false, hidden_up_to = last_message_id");

    private final String assignment;

    Mark(String assignment) {
        this.assignment = assignment;
    }

    String assignment() {
        return assignment;
    }
}
