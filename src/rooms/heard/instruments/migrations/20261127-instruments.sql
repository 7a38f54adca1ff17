-- Instruments: the questions that are put to people. A draft belongs to the organisation that designs it; a sealed version never changes,
-- because answers are given to it.
create table record.instrument (
  organisation uuid not null references record.organisation,
  id uuid not null,
  slug text not null,
  -- InstrumentContent of instruments/words.ts.
  draft jsonb not null,
  changed_at timestamptz not null,
  primary key (organisation, id)
);
create unique index instrument_slug_free on record.instrument (organisation, slug);
call record.guard_organisation('instrument');
grant select, insert, update on record.instrument to kept_work;

create table record.instrument_version (
  organisation uuid not null,
  instrument uuid not null,
  number integer not null constraint instrument_version_number check (number > 0),
  content jsonb not null,
  sealed_on date not null,
  primary key (organisation, instrument, number),
  foreign key (organisation, instrument) references record.instrument (organisation, id)
);
call record.guard_organisation('instrument_version');
create trigger instrument_version_is_sealed before update or delete on record.instrument_version for each row execute function kit.refuse_change();
grant select, insert on record.instrument_version to kept_work;
