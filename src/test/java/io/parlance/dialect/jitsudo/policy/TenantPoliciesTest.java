package io.parlance.dialect.jitsudo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parlance.core.policy.Policies;
import io.parlance.core.policy.PoliciesChanged;
import io.parlance.core.policy.Policy;
import io.parlance.core.policy.PolicyRule;
import io.parlance.dialect.jitsudo.policy.PolicyEngine.Action;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TenantPoliciesTest {
    private final TenantPolicies tenants = new TenantPolicies();
    private TestPolicies written = TestPolicies.of("permit(principal, action, resource);");
    private long version = 1;

    @BeforeEach
    void readWhatIsWritten() {
        tenants.sets = TestPolicies.SETS;
        tenants.store = new Policies() {
            @Override
            public long version(UUID tenantId) {
                return version;
            }

            @Override
            public List<Policy> enabled(UUID tenantId) {
                return written.policies();
            }

            @Override
            public Map<UUID, List<PolicyRule>> rules(UUID tenantId) {
                return written.rules();
            }
        };
    }

    @Test
    void knowsATenantThatNeverHadAPolicy() {
        version = 0;
        assertThat(tenants.of(TestPolicies.TENANT)).isEmpty();
    }

    @Test
    void readsRulesOnceAsLongAsTheyStay() {
        var first = tenants.of(TestPolicies.TENANT).orElseThrow();
        assertThat(tenants.of(TestPolicies.TENANT)).containsSame(first);
        tenants.forget(new PoliciesChanged(TestPolicies.TENANT));
        assertThat(tenants.of(TestPolicies.TENANT)).containsSame(first);
    }

    @Test
    void obeysAChangeOfThisNodeAtOnce() {
        assertThat(permits()).isTrue();
        forbid();
        tenants.forget(new PoliciesChanged(TestPolicies.TENANT));
        assertThat(permits()).isFalse();
    }

    @Test
    void obeysAChangeOfAnotherNodeWithinFiveSeconds() {
        assertThat(permits()).isTrue();
        forbid();
        await().atMost(Duration.ofSeconds(5)).until(() -> !permits());
    }

    private void forbid() {
        written = TestPolicies.of("forbid(principal, action, resource);");
        version++;
    }

    private boolean permits() {
        return tenants.of(TestPolicies.TENANT)
                .orElseThrow()
                .decide(TestPolicies.inquiry(TestPolicies.ada(), Action.ADD_MESSAGE, TestPolicies.access()))
                .permitted();
    }
}
