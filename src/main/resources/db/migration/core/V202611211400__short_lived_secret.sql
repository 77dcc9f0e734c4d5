-- What is issued in passing, on the strength of a credential: access tokens, and links that open once. The hash is the third
-- global key: what is found by it tells the tenant.
create table short_lived_secret (
    tenant_id     uuid        not null references tenant,
    id            uuid        not null,
    kind          text        not null,
    credential_id uuid        not null,
    secret_hash   bytea       not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    primary key (tenant_id, id)
);
create unique index short_lived_secret_hash on short_lived_secret (secret_hash);
create index short_lived_secret_by_credential on short_lived_secret (tenant_id, credential_id, kind, expires_at);
