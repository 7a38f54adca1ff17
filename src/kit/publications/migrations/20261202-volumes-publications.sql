-- Lists go through an index from a place on (kit/db/slice.ts): the index has the order of the list, key by key.
drop index published.meeting_by_date;
create index meeting_in_order on published.meeting (date, coalesce(start, ''), board, slug);
create index meeting_of_board on published.meeting (board, date, coalesce(start, ''), slug);

create index publication_newest on published.publication (published_at desc, kind, subject);
create index publication_by_previous on published.publication (previous) where previous is not null;

create index board_by_name on published.board (name, slug);

drop index published.decision_by_date;
create index decision_in_order on published.decision (coalesce(date, '0001-01-01'::date) desc, publication desc, (-position) desc);
create index decision_of_board on published.decision (board, coalesce(date, '0001-01-01'::date) desc, publication desc, (-position) desc);

drop index published.action_by_date;
create index action_in_order on published.action (coalesce(date, '0001-01-01'::date) desc, publication desc, (-position) desc);
create index action_of_board on published.action (board, coalesce(date, '0001-01-01'::date) desc, publication desc, (-position) desc);

-- A part of a name finds its people; the newest passages come first where a word stands nearly everywhere.
create index person_alike on published.person using gin (slug gin_trgm_ops) with (fastupdate = off);
create index passage_newest on published.passage (date desc nulls last, publication, position);
create index passage_newest_of_board on published.passage (board, date desc nulls last, publication, position);
