-- Focus groups and interviews, and the quotes that come out of them (reference listening 6.3 "QualMethod", P16; seed: 87 students in focus
-- groups, 19 interviews with school leaders). Nobody who took part is named: a conversation has a phase and a number.
create table record.conversation (
  organisation uuid not null references record.organisation,
  id uuid not null,
  kind text not null constraint conversation_kind_known check (kind in ('focus group', 'interview')),
  who text not null constraint conversation_who_known check (who in ('students', 'educators', 'parents and carers', 'school leaders')),
  phase text not null constraint conversation_phase_known check (phase in ('primary', 'secondary', 'alternative provision', 'special', 'post-16')),
  day date not null,
  present integer not null constraint conversation_present check (present > 0),
  -- How many of them in this phase could have been asked; null where nobody has counted.
  eligible integer constraint conversation_eligible check (eligible > 0),
  -- Where it was, and for which survey: for those who work on it, never with a quote.
  setting text,
  survey uuid,
  -- A role, no name: "youth worker".
  facilitator text not null,
  notes text not null,
  changed_at timestamptz not null,
  primary key (organisation, id)
);
create unique index conversation_by_id on record.conversation (id);
call record.guard_organisation('conversation');
grant select, insert, update on record.conversation to kept_work;

create table record.quote (
  organisation uuid not null references record.organisation,
  id uuid not null,
  -- Said in a conversation, or written in a survey and cleared by its reviewer; the words of the latter stay where they were cleared.
  conversation uuid references record.conversation (id),
  survey uuid,
  text uuid constraint quote_of_text_once unique,
  who text not null,
  phase text,
  eligible integer,
  words text,
  -- "framework theme", or the organisation's own words.
  themes text[] not null,
  coded_by uuid not null references record.account,
  read_by uuid references record.account,
  read_on date,
  -- "Could a classmate recognise this?"
  recognisable boolean,
  set_aside boolean not null default false,
  primary key (organisation, id),
  constraint quote_has_one_source check ((conversation is null) = (text is not null) and (text is null) = (survey is null) and (text is null) = (words is not null)),
  constraint quote_second_reader check (read_by <> coded_by),
  constraint quote_read check ((read_by is null) = (read_on is null) and (read_by is null) = (recognisable is null))
);
create index quote_by_conversation on record.quote (conversation);
call record.guard_organisation('quote');
grant select, insert, update on record.quote to kept_work;
