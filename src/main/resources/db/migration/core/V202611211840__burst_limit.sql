-- The moments at which bursts are whole again, for all nodes. Unlogged, and half of each page free, as rate_limit is.
create unlogged table burst_limit (
    tenant_id  uuid        not null,
    subject_id uuid        not null,
    name       text        not null,
    full_at    timestamptz not null,
    primary key (tenant_id, subject_id, name)
) with (fillfactor = 50);
