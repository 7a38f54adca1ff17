-- A person is one identity; the names as printed stay where they were printed (reference S4).
create table record.organisation (
  id uuid primary key,
  slug text not null constraint organisation_slug_free unique,
  name text not null
);

create table record.board (
  organisation uuid not null references record.organisation,
  id uuid not null,
  slug text not null constraint board_slug_free unique,
  name text not null,
  -- Which rules hold: quorum, notice, labels of offices (reference section 2, "Profile").
  profile text not null default 'association board' constraint board_profile_known check (profile in ('association board', 'statutory committee')),
  cycle text,
  -- The day for which the membership is known: an older pack does not undo a newer one.
  membership_as_of date,
  primary key (organisation, id)
);

create table record.person (
  organisation uuid not null references record.organisation,
  id uuid not null,
  slug text not null constraint person_slug_free unique,
  title text,
  name text not null,
  honours text,
  primary key (organisation, id)
);
create index person_by_name on record.person (organisation, lower(name));

create table record.political_group (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  position integer not null,
  -- Null for a board whose membership is not divided into groups.
  name text,
  office_phone text,
  office_email text,
  primary key (organisation, id),
  foreign key (organisation, board) references record.board (organisation, id)
);

create table record.seat (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  political_group uuid not null,
  position integer not null,
  since date,
  until date,
  primary key (organisation, id),
  foreign key (organisation, board) references record.board (organisation, id),
  foreign key (organisation, political_group) references record.political_group (organisation, id)
);

create table record.membership (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  seat uuid not null,
  person uuid not null,
  authority text,
  since date,
  until date,
  primary key (organisation, id),
  foreign key (organisation, seat) references record.seat (organisation, id),
  foreign key (organisation, person) references record.person (organisation, id)
);
-- One holder for a seat, one seat for a person (reference rule 2).
create unique index membership_seat_held_once on record.membership (organisation, seat) where until is null;
create unique index membership_person_sits_once on record.membership (organisation, board, person) where until is null;

create table record.office (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  person uuid not null,
  code text not null constraint office_code_known check (code in ('chair', 'vice-chair', 'deputy-chair', 'other')),
  -- As this board prints it: one pack has "Chair", "Chairman" and "Vice-Chairman" (reference S5).
  label text not null,
  since date,
  until date,
  primary key (organisation, id),
  foreign key (organisation, board) references record.board (organisation, id),
  foreign key (organisation, person) references record.person (organisation, id)
);
create unique index office_one_chair on record.office (organisation, board) where code = 'chair' and until is null;

create table record.substitute (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  political_group uuid not null,
  position integer not null,
  person uuid not null,
  authority text,
  since date,
  until date,
  primary key (organisation, id),
  foreign key (organisation, political_group) references record.political_group (organisation, id),
  foreign key (organisation, person) references record.person (organisation, id)
);

create table record.outside_body (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  name text not null,
  primary key (organisation, id),
  constraint outside_body_named_once unique (organisation, board, name),
  foreign key (organisation, board) references record.board (organisation, id)
);

create table record.appointment (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  outside_body uuid not null,
  person uuid not null,
  since date,
  until date,
  primary key (organisation, id),
  foreign key (organisation, outside_body) references record.outside_body (organisation, id),
  foreign key (organisation, person) references record.person (organisation, id)
);

grant select, insert, update on record.organisation, record.board, record.person, record.political_group, record.seat,
  record.membership, record.office, record.substitute, record.outside_body, record.appointment to kept_work;

-- One visitor works inside one organisation, and there on all boards or on those named (kit/db/gate.ts, Standing).
create function record.organisation_in_sight() returns uuid language sql stable parallel safe
  return nullif(current_setting('kept.organisation', true), '')::uuid;
create function record.may_see(organisation uuid, board uuid) returns boolean language sql stable parallel safe
  return organisation = record.organisation_in_sight() and (current_setting('kept.everywhere', true) = 'on' or board = any (kit.boards()));
grant execute on function record.organisation_in_sight(), record.may_see(uuid, uuid) to kept_work;

alter table record.organisation enable row level security;
create policy inside on record.organisation to kept_work using (id = record.organisation_in_sight());
alter table record.board enable row level security;
create policy inside on record.board to kept_work using (record.may_see(organisation, id));
alter table record.person enable row level security;
create policy inside on record.person to kept_work using (organisation = record.organisation_in_sight());

create procedure record.guard(name text) language plpgsql as $$
begin
  execute format('alter table record.%I enable row level security', name);
  execute format('create policy inside on record.%I to kept_work using (record.may_see(organisation, board))', name);
end $$;
call record.guard('political_group');
call record.guard('seat');
call record.guard('membership');
call record.guard('office');
call record.guard('substitute');
call record.guard('outside_body');
call record.guard('appointment');
