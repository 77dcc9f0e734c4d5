package io.parlance.dialect.jitsudo;

import io.parlance.core.access.Caller;
import io.parlance.core.message.Author;
import io.parlance.core.tenant.User;
import io.parlance.core.thread.MessageThread;
import io.parlance.dialect.jitsudo.policy.PolicyEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * Tells {@code author_type} and {@code author_id} from the credential, because a client cannot send them. The API documents
 * the four types and no rule; ours is:
 *
 * <ul>
 *   <li>the person who asked for the access is {@code user}, an approver too;
 *   <li>another person whom the policy permits to approve is {@code approver}, anybody else {@code user}; the id is the
 *       person's id, as in the JWT's {@code sub};
 *   <li>an API key is what it was issued as, {@code system} unless said otherwise. Its id is the key's id, which leads to
 *       exactly that key in an audit; an {@code ai} goes by the name of its application, which people recognise.
 * </ul>
 */
@ApplicationScoped
class AuthorRule {
    private static final String USER = "user";
    private static final String APPROVER = "approver";
    private static final String SYSTEM = "system";
    private static final String AI = "ai";

    @Inject
    PolicyEngine policies;

    Author author(Caller caller, MessageThread accessRequest) {
        if (caller.user() == null) {
            return program(caller);
        }
        var user = caller.requireUser();
        boolean approves = !asked(user, accessRequest)
                && policies.decide(caller, PolicyEngine.Action.APPROVE, accessRequest)
                        .permitted();
        return Author.person(approves ? APPROVER : USER, user.id());
    }

    /** Operators enter a requester by id or by e-mail address. */
    static boolean asked(User user, MessageThread accessRequest) {
        var requester = accessRequest.requesterId();
        return user.id().toString().equalsIgnoreCase(requester) || user.email().equalsIgnoreCase(requester);
    }

    private static Author program(Caller caller) {
        var type = Objects.requireNonNullElse(caller.actorType(), SYSTEM);
        return type.equals(AI)
                ? Author.of(AI, caller.requireApplication().name())
                : Author.of(type, caller.credentialId().toString());
    }
}
