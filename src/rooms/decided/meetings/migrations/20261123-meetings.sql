create table record.meeting (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  -- The date, with -2 where a board meets twice on one day.
  slug text not null,
  date date not null,
  start text constraint meeting_start_clock check (start ~ '^\d\d:\d\d$'),
  place text,
  mode text constraint meeting_mode_known check (mode in ('in person', 'remote', 'hybrid')),
  contact_name text,
  contact_email text,
  contact_phone text,
  -- Notices to members on the cover, and text that belongs to no item: Block[] of base/prose.
  notices jsonb not null default '[]',
  leftovers jsonb not null default '[]',
  -- The membership as this meeting's own pack prints it: GroupMembership[]; the board's own moves on.
  membership jsonb,
  cycle text,
  -- The next meeting as this one's pack announces it.
  next_date date,
  next_start text,
  next_place text,
  state text not null default 'planned' constraint meeting_state_known
    check (state in ('planned', 'called', 'agenda published', 'in session', 'closed', 'postponed', 'cancelled')),
  primary key (organisation, id),
  constraint meeting_slug_free unique (organisation, board, slug),
  foreign key (organisation, board) references record.board (organisation, id)
);

create table record.agenda_item (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  meeting uuid not null,
  position integer not null,
  number text not null,
  title text not null,
  purpose text constraint agenda_item_purpose_known check (purpose in ('decision', 'direction', 'discussion', 'information', 'noting')),
  delivery text not null constraint agenda_item_delivery_known check (delivery in ('attached', 'to follow', 'tabled', 'verbal', 'presentation', 'none')),
  -- What the agenda says below the title: Block[] of base/prose.
  text jsonb not null default '[]',
  primary key (organisation, id),
  foreign key (organisation, meeting) references record.meeting (organisation, id)
);

create table record.attendance (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  meeting uuid not null,
  position integer not null,
  role text not null,
  status text not null constraint attendance_status_known check (status in ('present', 'apologies', 'absent', 'in attendance', 'substitute')),
  -- The person where the record knows one; the name stays as it was printed.
  person uuid,
  name text not null,
  represents text,
  -- Whether the source says so or the clerk did on the check page.
  origin text not null default 'source' constraint attendance_origin_known check (origin in ('source', 'clerk')),
  primary key (organisation, id),
  foreign key (organisation, meeting) references record.meeting (organisation, id),
  foreign key (organisation, person) references record.person (organisation, id)
);

create table record.substitution (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  meeting uuid not null,
  -- A pair only where somebody stated the pair (reference S3).
  absent uuid,
  substitute uuid,
  primary key (organisation, id),
  foreign key (organisation, meeting) references record.meeting (organisation, id),
  foreign key (organisation, absent) references record.person (organisation, id),
  foreign key (organisation, substitute) references record.person (organisation, id)
);

create table record.declaration (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  meeting uuid not null,
  person uuid not null,
  item text,
  kind text,
  nature text,
  primary key (organisation, id),
  foreign key (organisation, meeting) references record.meeting (organisation, id),
  foreign key (organisation, person) references record.person (organisation, id)
);

grant select, insert, update, delete on record.meeting, record.agenda_item, record.attendance, record.substitution, record.declaration to kept_work;
call record.guard('meeting');
call record.guard('agenda_item');
call record.guard('attendance');
call record.guard('substitution');
call record.guard('declaration');
