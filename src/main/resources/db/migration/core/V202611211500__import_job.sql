-- Files whose rows become messages. What became of the rows is written batch by batch; seen_at is when the node that works on
-- the job last said that it does.
create table import_job (
    tenant_id      uuid        not null references tenant,
    id             uuid        not null,
    dialect        text        not null,
    type           text        not null,
    status         text        not null,
    rows_read      bigint      not null,
    rows_stored    bigint      not null,
    rows_unchanged bigint      not null,
    rows_refused   bigint      not null,
    failure        text,
    created_at     timestamptz not null,
    seen_at        timestamptz not null,
    finished_at    timestamptz,
    primary key (tenant_id, id)
);

-- The first refused rows of a job.
create table import_refusal (
    tenant_id uuid   not null,
    job_id    uuid   not null,
    number    bigint not null,
    line      bigint not null,
    reason    text   not null,
    primary key (tenant_id, job_id, number)
);
