create table record.minutes (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  meeting uuid not null constraint minutes_once_a_meeting unique,
  title text not null,
  state text not null constraint minutes_state_known check (state in ('draft', 'put to next meeting', 'agreed')),
  -- The agenda item of a later meeting that carries these minutes (seed item 2).
  carried_by uuid,
  leftovers jsonb not null default '[]',
  primary key (organisation, id),
  foreign key (organisation, meeting) references record.meeting (organisation, id),
  foreign key (organisation, carried_by) references record.agenda_item (organisation, id) on delete set null (carried_by)
);

create table record.minute (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  minutes uuid not null,
  position integer not null,
  number text,
  title text not null,
  primary key (organisation, id),
  foreign key (organisation, minutes) references record.minutes (organisation, id) on delete cascade
);

create table record.minute_entry (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  minute uuid not null,
  position integer not null,
  kind text not null constraint minute_entry_kind_known check (kind in ('introduction', 'comment', 'question', 'response', 'note')),
  speaker text,
  prose jsonb not null,
  primary key (organisation, id),
  foreign key (organisation, minute) references record.minute (organisation, id) on delete cascade
);

create table record.decision (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  minute uuid not null,
  position integer not null,
  prose jsonb not null,
  primary key (organisation, id),
  foreign key (organisation, minute) references record.minute (organisation, id) on delete cascade
);

grant select, insert, update, delete on record.minutes, record.minute, record.minute_entry, record.decision to kept_work;
call record.guard('minutes');
call record.guard('minute');
call record.guard('minute_entry');
call record.guard('decision');
