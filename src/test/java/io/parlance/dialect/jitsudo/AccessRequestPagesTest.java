package io.parlance.dialect.jitsudo;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.thread.MessageThread;
import io.parlance.core.thread.ThreadFilter;
import io.parlance.core.thread.Threads;
import io.parlance.dialect.jitsudo.policy.Decision;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessRequestPagesTest {
    private final MessageThread own = TestAccess.requestedBy(TestAccess.ADA.toString());
    private final MessageThread hidden = TestAccess.requestedBy("somebody");

    @Test
    void leavesOutWhatThePolicyHidesAndGoesOnBehindIt() {
        var pages = new AccessRequestPages();
        pages.policies = (caller, action, access) -> Decision.of(own.id().equals(access.id()));
        pages.threads = new Threads() {
            @Override
            public Page<MessageThread> list(UUID tenantId, ThreadFilter filter, PageRequest page) {
                return new Page<>(List.of(own, hidden), hidden.id().toString());
            }
        };

        var page = pages.list(TestAccess.ada(), new ListParameters(new MultivaluedHashMap<>()));

        assertThat(page.data()).extracting(AccessRequest::id).containsExactly(own.id());
        assertThat(page.next_cursor()).isEqualTo(hidden.id().toString());
        assertThat(page.has_more()).isTrue();
    }
}
