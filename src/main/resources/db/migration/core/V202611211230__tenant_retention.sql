-- How many days a tenant's messages are kept at least; null keeps them for ever.
alter table tenant add column retention_days integer check (retention_days between 1 and 36500);
