-- Every message changes its thread. Of the time of the change only the hour is in an index: as long as that stays the same, a
-- change touches no index of the table at all. It needs free room on its page for that.
drop index thread_by_change;
alter table thread set (fillfactor = 85);
alter table thread
    add column changed_hour timestamp generated always as (date_trunc('hour', updated_at at time zone 'UTC')) stored;
create index thread_by_change on thread (tenant_id, dialect, application_id, changed_hour) where application_id is not null;
