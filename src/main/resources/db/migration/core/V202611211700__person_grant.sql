-- What a person allowed a client to do in their name. All that is issued on a grant ends with it: codes, access tokens and
-- refresh tokens. A code or refresh token is used once; it stays, so that a second use is noticed.
create table person_grant (
    tenant_id     uuid        not null references tenant,
    id            uuid        not null,
    credential_id uuid        not null,
    user_id       uuid        not null,
    created_at    timestamptz not null,
    revoked_at    timestamptz,
    primary key (tenant_id, id)
);
alter table short_lived_secret add column grant_id uuid, add column used_at timestamptz;
