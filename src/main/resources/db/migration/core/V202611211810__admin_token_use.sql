-- When an administrator's token was last used, and whether it is the one that the first start made and wrote to its log.
alter table admin_token add column last_used_at timestamptz, add column generated boolean not null default false;
update admin_token set generated = true where name = 'first' and id = (select id from admin_token order by id limit 1);
