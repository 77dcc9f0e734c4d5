-- A message is its own audit entry. The log walks this index, newest first, past all messages of the tenant's other dialects.
create index message_of_jitsudo on message (tenant_id, id) where dialect = 'jitsudo';
