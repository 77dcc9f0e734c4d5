-- The threads of an application, newest first, and by their last change. The group is in both, so that those of other groups are
-- passed over in the index.
create index thread_by_owner on thread (tenant_id, dialect, application_id, created_at, id) include (group_id)
    where application_id is not null;
create index thread_by_change on thread (tenant_id, dialect, application_id, updated_at) include (created_at, id, group_id)
    where application_id is not null;
