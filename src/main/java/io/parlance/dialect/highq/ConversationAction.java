package io.parlance.dialect.highq;

import io.parlance.core.inbox.Mark;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the parameter {@code action} asks for, in the reference's words. */
enum ConversationAction {
    MARK_AS_READ(Mark.READ),
    MARK_AS_UNREAD(Mark.UNREAD),
    MARK_AS_ARCHIVE(Mark.ARCHIVED),
    DELETE(Mark.DELETED);

    private final Mark mark;

    ConversationAction(Mark mark) {
        this.mark = mark;
    }

    Mark mark() {
        return mark;
    }

    static ConversationAction of(@Nullable String word) {
        return Stream.of(values())
                .filter(action -> action.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new RejectedException(Reason.INPUT_INVALID, "no action, or an unknown one"));
    }
}
