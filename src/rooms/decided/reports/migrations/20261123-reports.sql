-- A report is structured, not a file: its body is Block[] (base/prose) with numbered paragraphs that can be cited.
create table record.report (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  agenda_item uuid not null,
  position integer not null,
  title text not null,
  purpose text,
  theme text,
  summary jsonb not null default '[]',
  contact_name text,
  contact_position text,
  contact_phone text,
  contact_email text,
  body jsonb not null,
  primary key (organisation, id),
  foreign key (organisation, agenda_item) references record.agenda_item (organisation, id) on delete cascade
);

create table record.recommendation (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  report uuid not null,
  position integer not null,
  prose jsonb not null,
  primary key (organisation, id),
  foreign key (organisation, report) references record.report (organisation, id) on delete cascade
);

create table record.annex (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  agenda_item uuid not null,
  position integer not null,
  number text,
  title text not null,
  body jsonb not null,
  primary key (organisation, id),
  foreign key (organisation, agenda_item) references record.agenda_item (organisation, id) on delete cascade
);

grant select, insert, update, delete on record.report, record.recommendation, record.annex to kept_work;
call record.guard('report');
call record.guard('recommendation');
call record.guard('annex');
