-- Access requests of a tenant, newest first, past all threads of its other dialects. No message changes what is in them.
create index thread_of_jitsudo on thread (tenant_id, created_at, id) where dialect = 'jitsudo';
create index thread_of_jitsudo_by_status on thread (tenant_id, status, created_at, id) where dialect = 'jitsudo';
