-- The answers kept for a week under the keys that clients gave to their requests.
create table idempotency_key (
    tenant_id   uuid        not null,
    caller_id   uuid        not null,
    operation   text        not null,
    key         text        not null,
    fingerprint text        not null,
    answer      bytea       not null,
    created_at  timestamptz not null,
    primary key (tenant_id, caller_id, operation, key)
);
-- For the purge alone. Rows come in the order of their time, so the index grows at its end, which is cheap.
create index idempotency_key_by_time on idempotency_key (created_at);
