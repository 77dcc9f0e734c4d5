-- Policies of a tenant and their rules. attributes and structure are JSON objects of what only the dialect has. version counts
-- the changes of a policy and its rules: the sum over a tenant tells every node whether what it has read is still so.
create table policy (
    tenant_id   uuid        not null references tenant,
    id          uuid        not null,
    name        text        not null,
    description text,
    enabled     boolean     not null,
    priority    int         not null,
    attributes  text        not null,
    version     bigint      not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    deleted_at  timestamptz,
    primary key (tenant_id, id)
);

create table policy_rule (
    tenant_id  uuid        not null,
    id         uuid        not null,
    policy_id  uuid        not null,
    ordinal    int         not null,
    text       text        not null,
    notice     text,
    structure  text        not null,
    created_at timestamptz not null,
    deleted_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, policy_id) references policy on delete cascade
);
create index policy_rule_by_policy on policy_rule (tenant_id, policy_id, ordinal, id);
