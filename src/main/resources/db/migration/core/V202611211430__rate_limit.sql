-- The windows in which requests are counted, for all nodes. Unlogged: to write one never waits for the disk, and a crash only
-- lets everybody begin anew. Half of each page stays free, so that a change touches no index.
create unlogged table rate_limit (
    tenant_id  uuid        not null,
    subject_id uuid        not null,
    name       text        not null,
    state      bytea       not null,
    expires_at timestamptz not null,
    primary key (tenant_id, subject_id, name)
) with (fillfactor = 50);
