package io.parlance.core.inbox;

/** Which of their threads a person wants to see; what was deleted is in none until something new is written there. */
public enum InboxView {
    /** Neither archived nor deleted. */
    ACTIVE("e.place = 'active'"),
    /** Those of the active ones that hold something new. */
    UNREAD("e.place = 'active' and e.unread"),
    ARCHIVED("e.place = 'archived'");

    private final String condition;

    InboxView(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
