-- What people have of the threads they take part in, written with every message that goes to an audience: the newest message,
-- which is also the order of the list, and what each of them did with the thread. Half a page of room keeps changes near.
create table inbox_entry (
    tenant_id       uuid    not null,
    user_id         uuid    not null,
    thread_id       uuid    not null,
    last_message_id uuid    not null,
    place           text    not null,
    unread          boolean not null,
    hidden_up_to    uuid,
    primary key (tenant_id, user_id, thread_id)
) with (fillfactor = 70);
create index inbox_entry_by_place on inbox_entry (tenant_id, user_id, place, last_message_id);
create index inbox_entry_unread on inbox_entry (tenant_id, user_id, last_message_id) where unread and place = 'active';

-- The words of those messages. People are in the index of words, so that a search meets no message of anybody else; what waits
-- to be put into that index has to be read by every search, so it may only be little.
create table message_words (
    tenant_id  uuid     not null,
    thread_id  uuid     not null,
    message_id uuid     not null,
    people     uuid[]   not null,
    words      tsvector not null,
    primary key (tenant_id, thread_id, message_id)
);
create index message_words_found on message_words using gin (people, words) with (gin_pending_list_limit = 256);

-- What is there already. The words are found by PostgreSQL here, which knows less of languages than the program does.
insert into inbox_entry (tenant_id, user_id, thread_id, last_message_id, place, unread)
select p.tenant_id, p.user_id, p.thread_id, last.id, 'active', last.author_user_id is distinct from p.user_id
from thread_participant p
cross join lateral (
    select m.id, m.author_user_id from message m
    where m.tenant_id = p.tenant_id and m.thread_id = p.thread_id order by m.id desc limit 1) last;

insert into message_words (tenant_id, thread_id, message_id, people, words)
select m.tenant_id, m.thread_id, m.id, p.people, strip(to_tsvector('simple', m.body))
from (select tenant_id, thread_id, array_agg(user_id) people from thread_participant group by tenant_id, thread_id) p
join message m on m.tenant_id = p.tenant_id and m.thread_id = p.thread_id;
