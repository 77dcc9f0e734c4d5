-- What the installation itself keeps.
create table installation (
    name  text primary key,
    value text not null
);

create table admin_token (
    id          uuid primary key,
    name        text        not null,
    secret_hash bytea       not null unique,
    created_at  timestamptz not null,
    expires_at  timestamptz
);

-- Small integers that dialects document, unique in the installation, handed out in blocks of 50, or 1000 for messages.
create sequence user_number increment by 50;
create sequence application_number increment by 50;
create sequence thread_number increment by 50;
create sequence message_number increment by 1000;
create sequence attachment_number increment by 50;

-- Tenants and what they own. Every key but the tenant's own starts with tenant_id.
create table tenant (
    id         uuid primary key,
    slug       text        not null unique,
    name       text        not null,
    status     text        not null,
    created_at timestamptz not null
);

create table tenant_group (
    tenant_id    uuid        not null references tenant,
    id           uuid        not null,
    name         text        not null,
    external_ref text,
    alias        text,
    timezone     text,
    created_at   timestamptz not null,
    deleted_at   timestamptz,
    primary key (tenant_id, id)
);
create unique index tenant_group_external_ref on tenant_group (tenant_id, external_ref) where deleted_at is null;
create unique index tenant_group_alias on tenant_group (tenant_id, alias) where deleted_at is null;

create table application (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    number     bigint      not null,
    name       text        not null,
    settings   text        not null,
    created_at timestamptz not null,
    deleted_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);

create table app_user (
    tenant_id     uuid        not null references tenant,
    id            uuid        not null,
    number        bigint      not null,
    email         text        not null,
    first_name    text        not null,
    last_name     text        not null,
    password_hash text,
    user_groups   text        not null,
    created_at    timestamptz not null,
    deleted_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);
create unique index app_user_email on app_user (tenant_id, lower(email)) where deleted_at is null;

-- The two global keys below are one of the named exceptions: the credential found is what tells the tenant.
create table credential (
    tenant_id      uuid        not null references tenant,
    id             uuid        not null,
    kind           text        not null,
    application_id uuid,
    user_id        uuid,
    group_ids      text,
    actor_type     text,
    client_id      text,
    redirect_uri   text,
    secret_hash    bytea,
    created_at     timestamptz not null,
    deleted_at     timestamptz,
    expires_at     timestamptz,
    revoked_at     timestamptz,
    last_used_at   timestamptz,
    primary key (tenant_id, id)
);
create unique index credential_secret_hash on credential (secret_hash);
create unique index credential_client_id on credential (client_id);

create table thread (
    tenant_id      uuid        not null references tenant,
    id             uuid        not null,
    number         bigint      not null,
    dialect        text        not null,
    application_id uuid,
    group_id       uuid,
    key            text,
    subject        text,
    requester_id   text,
    status         text        not null,
    resolved       boolean     not null,
    attributes     jsonb       not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    primary key (tenant_id, id)
);
create unique index thread_by_key on thread (tenant_id, dialect, group_id, key);
create index thread_by_time on thread (tenant_id, created_at, id);
create unique index thread_by_number on thread (tenant_id, dialect, number);

create table thread_participant (
    tenant_id uuid not null,
    thread_id uuid not null,
    user_id   uuid not null,
    primary key (tenant_id, thread_id, user_id)
);

-- Append-only. Partitions are months, by the time that is in a UUIDv7; the default partition is a net that stays empty.
create table message (
    tenant_id      uuid        not null,
    id             uuid        not null,
    number         bigint      not null,
    thread_id      uuid        not null,
    dialect        text        not null,
    channel        text,
    author_type    text        not null,
    author_id      text        not null,
    author_user_id uuid,
    body           text        not null,
    content_type   text        not null,
    identifier     text,
    sent_at        timestamptz,
    attributes     jsonb       not null,
    source         text,
    external_id    text,
    version        integer     not null,
    created_at     timestamptz not null,
    primary key (tenant_id, id)
) partition by range (id);
create index message_by_thread on message (tenant_id, thread_id, id);
create table message_default partition of message default;

-- Which message is the current version under an outside system's key.
create table external_message (
    tenant_id    uuid    not null,
    dialect      text    not null,
    group_id     uuid    not null,
    channel      text    not null,
    source       text    not null,
    external_id  text    not null,
    message_id   uuid    not null,
    version      integer not null,
    content_hash text    not null,
    primary key (tenant_id, dialect, group_id, channel, source, external_id)
);

create table attachment (
    tenant_id  uuid        not null references tenant,
    id         uuid        not null,
    number     bigint      not null,
    owner_id   uuid        not null,
    name       text        not null,
    created_at timestamptz not null,
    bound_at   timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, number)
);

create table outbox_event (
    tenant_id  uuid        not null,
    id         uuid        not null,
    type       text        not null,
    dialect    text        not null,
    thread_id  uuid        not null,
    message_id uuid        not null,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
