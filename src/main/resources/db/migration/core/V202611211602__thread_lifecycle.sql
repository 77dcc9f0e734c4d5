-- When a thread that is still in its status has to be looked at again. The index is for the timers alone, which ask for all
-- tenants.
create table thread_deadline (
    tenant_id uuid        not null references tenant,
    thread_id uuid        not null,
    dialect   text        not null,
    due_at    timestamptz not null,
    primary key (tenant_id, thread_id)
);
create index thread_deadline_by_time on thread_deadline (dialect, due_at);

-- Messages that follow from a change of a thread, from the transaction of the change until the intake has stored them.
create table thread_note (
    tenant_id   uuid        not null references tenant,
    id          uuid        not null,
    thread_id   uuid        not null,
    dialect     text        not null,
    author_type text        not null,
    author_id   text        not null,
    body        text        not null,
    attributes  jsonb       not null,
    created_at  timestamptz not null,
    primary key (tenant_id, id)
);
create index thread_note_by_thread on thread_note (tenant_id, thread_id, id);
create index thread_note_by_time on thread_note (created_at);
