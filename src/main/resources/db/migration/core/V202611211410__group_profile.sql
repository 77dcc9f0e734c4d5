-- A small integer by which lists of groups are paged, and what only a dialect says about a group. 1 is left out: it is the
-- documented default of the parameter behind which a list goes on.
create sequence group_number start with 2 increment by 50;
alter table tenant_group add column number bigint, add column attributes text not null default '{}';
update tenant_group set number = nextval('group_number');
alter table tenant_group alter column number set not null, add unique (tenant_id, number);
