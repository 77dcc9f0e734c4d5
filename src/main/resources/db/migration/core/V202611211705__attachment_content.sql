-- What is in an attachment, in pieces of 256 KiB (the last one may be shorter), not compressed: most files are already.
alter table attachment
    add column size bigint not null default 0,
    add column sha256 text not null default 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    add column media_type text not null default 'application/octet-stream';
alter table attachment alter column size drop default, alter column sha256 drop default, alter column media_type drop default;
create index attachment_unused on attachment (created_at) where bound_at is null;

create table attachment_chunk (
    tenant_id     uuid    not null,
    attachment_id uuid    not null,
    position      integer not null,
    content       bytea   not null,
    primary key (tenant_id, attachment_id, position)
);
alter table attachment_chunk alter column content set storage external;

-- Whose people may read an attachment.
create table thread_attachment (
    tenant_id     uuid not null,
    attachment_id uuid not null,
    thread_id     uuid not null,
    primary key (tenant_id, attachment_id, thread_id)
);
