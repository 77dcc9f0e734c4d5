-- Who did what, and what was refused. Entries are only ever added; they have no reference to their tenant, because they may be
-- deleted only when that is gone.
create table audit_entry (
    tenant_id     uuid        not null,
    id            uuid        not null,
    dialect       text        not null,
    actor_type    text        not null,
    actor_id      text        not null,
    action        text        not null,
    resource_type text        not null,
    resource_id   text        not null,
    reasoning     text,
    metadata      jsonb       not null,
    created_at    timestamptz not null,
    primary key (tenant_id, id)
);
create index audit_entry_by_actor on audit_entry (tenant_id, actor_id, id);
create index audit_entry_by_resource on audit_entry (tenant_id, resource_id, id);

create function refuse_change_of_audit_entry() returns trigger language plpgsql as
$$ begin raise exception 'audit entries are append-only' using errcode = 'insufficient_privilege'; end $$;

create trigger audit_entry_stays_as_it_is before update or truncate on audit_entry
    for each statement execute function refuse_change_of_audit_entry();

create function keep_audit_entry_of_tenant() returns trigger language plpgsql as
$$ begin
    if exists (select from removed join tenant on tenant.id = removed.tenant_id) then
        raise exception 'audit entries are append-only' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger audit_entry_outlives_all_but_its_tenant after delete on audit_entry
    referencing old table as removed for each statement execute function keep_audit_entry_of_tenant();
