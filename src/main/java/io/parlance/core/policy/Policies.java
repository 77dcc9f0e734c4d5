package io.parlance.core.policy;

import io.parlance.core.audit.AuditEntry;
import io.parlance.core.audit.AuditLog;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.core.store.Database;
import io.parlance.core.store.Ids;
import io.parlance.core.store.Page;
import io.parlance.core.store.PageRequest;
import io.parlance.core.store.Sql;
import io.parlance.core.store.TenantRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The policies of a tenant and their rules. Every change comes with what the audit log tells of it. */
@ApplicationScoped
@Transactional
public class Policies {
    /** More would make every decision of the tenant slow. */
    public static final int MAX_RULES = 1000;

    /** More characters of texts would fill the memory of whoever reads them. */
    public static final int MAX_CHARACTERS = 256 * 1024;

    private static final String LIVING_RULES = " r.tenantId = :tenant and r.deletedAt is null";

    @Inject
    Database database;

    @Inject
    Sql sql;

    @Inject
    AuditLog audit;

    @Inject
    Event<PoliciesChanged> changes;

    /** Makes a policy with its first rules. */
    public Policy create(UUID tenantId, PolicyFields fields, List<NewRule> rules, Function<Policy, AuditEntry> trace) {
        var entity = new PolicyEntity(tenantId, Ids.next(), fields);
        database.entityManager().persist(entity);
        database.entityManager().flush();
        rules.forEach(rule -> append(entity, rule));
        audit.record(trace.apply(entity.snapshot()));
        changes.fire(new PoliciesChanged(tenantId));
        return entity.snapshot();
    }

    /** Changes a policy; the change sees it as it is, and nobody else changes it meanwhile. */
    public Policy update(
            UUID tenantId, UUID id, UnaryOperator<PolicyFields> change, Function<Policy, AuditEntry> trace) {
        var entity = policies().lock(tenantId, id).orElseThrow(() -> notFound(id));
        entity.apply(change.apply(entity.snapshot().fields()));
        audit.record(trace.apply(entity.snapshot()));
        changes.fire(new PoliciesChanged(tenantId));
        return entity.snapshot();
    }

    public PolicyRule addRule(UUID tenantId, UUID policyId, NewRule rule, Function<PolicyRule, AuditEntry> trace) {
        var entity = policies().lock(tenantId, policyId).orElseThrow(() -> notFound(policyId));
        var made = append(entity, rule);
        entity.touch();
        audit.record(trace.apply(made));
        changes.fire(new PoliciesChanged(tenantId));
        return made;
    }

    public Optional<Policy> find(UUID tenantId, UUID id) {
        return policies().find(tenantId, id).map(PolicyEntity::snapshot);
    }

    /** Oldest first. */
    public Page<Policy> list(UUID tenantId, PageRequest page) {
        return Page.of(policies().list(tenantId, page), page, row -> row.id().toString())
                .map(PolicyEntity::snapshot);
    }

    /** All policies that are enabled, in the order in which they are asked. */
    public List<Policy> enabled(UUID tenantId) {
        return database.entityManager()
                .createQuery(
                        "select p from PolicyEntity p where p.tenantId = :tenant and p.enabled = true"
                                + " and p.deletedAt is null order by p.priority desc, p.id",
                        PolicyEntity.class)
                .setParameter("tenant", tenantId)
                .getResultStream()
                .map(PolicyEntity::snapshot)
                .toList();
    }

    /** All rules of these policies, each policy's in their order. */
    public Map<UUID, List<PolicyRule>> rules(UUID tenantId) {
        return rules("select r from PolicyRuleEntity r where" + LIVING_RULES + " order by r.ordinal, r.id", tenantId)
                .getResultStream()
                .map(PolicyRuleEntity::snapshot)
                .collect(Collectors.groupingBy(PolicyRule::policyId));
    }

    /** The rules of a policy in their order. */
    public List<PolicyRule> rules(UUID tenantId, UUID policyId) {
        return rules(
                        "select r from PolicyRuleEntity r where r.policyId = :policy and" + LIVING_RULES
                                + " order by r.ordinal, r.id",
                        tenantId)
                .setParameter("policy", policyId)
                .getResultStream()
                .map(PolicyRuleEntity::snapshot)
                .toList();
    }

    /** How many rules each policy of the tenant has; one without has no entry. */
    public Map<UUID, Integer> ruleCounts(UUID tenantId) {
        record Count(UUID policyId, int rules) {}
        return sql
                .list(
                        "select policy_id, count(*) from policy_rule where tenant_id = ? and deleted_at is null"
                                + " group by policy_id",
                        row -> new Count(row.getObject(1, UUID.class), row.getInt(2)),
                        tenantId)
                .stream()
                .collect(Collectors.toMap(Count::policyId, Count::rules));
    }

    /**
     * Grows with every change that is committed, whatever the order of commits; zero for a tenant that never had a policy. What
     * is read after it is at least as new.
     */
    public long version(UUID tenantId) {
        return sql.one(
                        "select coalesce(sum(version), 0) from policy where tenant_id = ?",
                        row -> row.getLong(1),
                        tenantId)
                .orElseThrow();
    }

    private PolicyRule append(PolicyEntity policy, NewRule rule) {
        record Place(int rules, long characters, int next) {}
        var place = sql.one(
                        "select count(*), coalesce(sum(length(text)), 0),"
                                + " coalesce(max(ordinal) filter (where policy_id = ?) + 1, 0)"
                                + " from policy_rule where tenant_id = ? and deleted_at is null",
                        row -> new Place(row.getInt(1), row.getLong(2), row.getInt(3)),
                        policy.id(),
                        policy.tenantId())
                .orElseThrow();
        if (place.rules() >= MAX_RULES) {
            throw new RejectedException(
                    Reason.INPUT_INVALID, "a tenant may have " + MAX_RULES + " rules; there are " + place.rules());
        }
        if (place.characters() + rule.text().length() > MAX_CHARACTERS) {
            throw new RejectedException(
                    Reason.INPUT_INVALID,
                    "the rules of a tenant may have " + MAX_CHARACTERS + " characters; they have "
                            + place.characters());
        }
        var ordinal = rule.ordinal() == null ? Integer.valueOf(place.next()) : rule.ordinal();
        var entity = new PolicyRuleEntity(policy.tenantId(), Ids.next(), policy.id(), ordinal, rule);
        database.entityManager().persist(entity);
        database.entityManager().flush();
        return entity.snapshot();
    }

    private TypedQuery<PolicyRuleEntity> rules(String query, UUID tenantId) {
        return database.entityManager()
                .createQuery(query, PolicyRuleEntity.class)
                .setParameter("tenant", tenantId);
    }

    private TenantRows<PolicyEntity> policies() {
        return new TenantRows<>(PolicyEntity.class, database.entityManager());
    }

    private static RejectedException notFound(UUID id) {
        return new RejectedException(Reason.RESOURCE_NOT_FOUND, "no policy " + id);
    }
}
