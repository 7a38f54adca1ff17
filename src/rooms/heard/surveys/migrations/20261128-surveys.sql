-- Surveys: an instrument put to people, with its data sheet, its settings and the ways in. Answers are elsewhere (intake) and no row
-- here leads to one. Sources: reference listening 3 (P2, P5, P6, P8, P14), 4.2; decision 0012.
create table record.survey (
  organisation uuid not null references record.organisation,
  id uuid not null,
  slug text not null,
  name text not null,
  instrument uuid not null,
  version integer not null,
  -- The n-th time that this instrument is asked by this organisation.
  wave integer not null constraint survey_wave check (wave > 0),
  audiences text[] not null,
  languages text[] not null,
  opens_on date,
  closes_on date,
  -- DataSheet of surveys/words.ts.
  sheet jsonb not null,
  -- Who signed the data sheet, in which capacity, and the SHA-256 of what was signed: whatever changes afterwards must be signed again.
  signed_by text,
  signed_as text,
  signed_on date,
  signed_hash bytea,
  stage text not null default 'draft' constraint survey_stage_known check (stage in ('draft', 'open', 'closed')),
  -- What is asked, frozen when it opens (Asked of taking-part/words.ts).
  asked jsonb,
  changed_at timestamptz not null,
  primary key (organisation, id),
  foreign key (organisation, instrument, version) references record.instrument_version,
  constraint survey_open_has_days check (stage = 'draft' or (opens_on is not null and closes_on is not null and asked is not null))
);
create unique index survey_slug_free on record.survey (organisation, slug);
create unique index survey_by_id on record.survey (id);

-- A setting that is asked to take part: an organisation of Kept, often a school; the asking organisation may be one of its own settings.
create table record.survey_setting (
  organisation uuid not null,
  survey uuid not null,
  setting uuid not null references record.organisation,
  -- Whom somebody there can turn to, in words for those who answer: "Ms Khan, the safeguarding lead, in room 4".
  turn_to text,
  -- Null for a setting that is still to be asked: it sees nothing yet.
  invited_on date,
  answer text constraint survey_setting_answer_known check (answer in ('takes part', 'does not')),
  answered_on date,
  primary key (organisation, survey, setting),
  foreign key (organisation, survey) references record.survey (organisation, id)
);
create index survey_setting_by_setting on record.survey_setting (setting);
grant select, insert, update on record.survey_setting to kept_work;

-- The roll: how many are eligible, and for how many parents said no (P5: counts only).
create table record.survey_roll (
  organisation uuid not null,
  survey uuid not null,
  setting uuid not null,
  audience text not null,
  eligible integer constraint survey_roll_eligible check (eligible >= 0),
  opted_out integer constraint survey_roll_opted_out check (opted_out >= 0),
  changed_on date not null,
  primary key (organisation, survey, setting, audience),
  foreign key (organisation, survey, setting) references record.survey_setting (organisation, survey, setting)
);
grant select, insert, update on record.survey_roll to kept_work;

-- A setting sees the survey that it was asked to take part in; it changes nothing of it.
create function record.takes_part(of_survey uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select from record.survey_setting s where s.survey = of_survey and s.setting = record.organisation_in_sight() and s.invited_on is not null);
  end;
grant execute on function record.takes_part(uuid) to kept_work;
alter table record.survey enable row level security;
create policy inside on record.survey to kept_work using (organisation = record.organisation_in_sight() or record.takes_part(id)) with check (organisation = record.organisation_in_sight());
grant select, insert, update on record.survey to kept_work;

-- Both sides see the rows of a setting; a setting writes its own, and only of a survey that it was asked into: nobody asks themselves in.
create procedure record.guard_setting(name text) language plpgsql as $$
begin
  execute format('alter table record.%I enable row level security', name);
  execute format('create policy inside on record.%I to kept_work using (organisation = record.organisation_in_sight() or setting = record.organisation_in_sight())
    with check (organisation = record.organisation_in_sight() or (setting = record.organisation_in_sight() and record.takes_part(survey)))', name);
end $$;
call record.guard_setting('survey_setting');
call record.guard_setting('survey_roll');

-- Names of those who have to do with a survey: the asking organisation sees all its settings, a setting sees who asks and itself.
create function record.survey_parties(of_survey uuid) returns table (id uuid, name text, kind text) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select o.id, o.name, o.kind from record.survey v join record.organisation o on o.id = v.organisation
     where v.id = of_survey and (v.organisation = record.organisation_in_sight() or record.takes_part(v.id))
    union
    select o.id, o.name, o.kind from record.survey_setting s join record.organisation o on o.id = s.setting
     where s.survey = of_survey and record.organisation_in_sight() in (s.organisation, s.setting);
  end;
-- Organisations of Kept by name, to be asked to take part; many schools have published nothing yet. Three letters at least, ten names at most.
create function record.organisations_named(words text) returns table (id uuid, name text, kind text) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select o.id, o.name, o.kind from record.organisation o
     where length(words) >= 3 and record.organisation_in_sight() is not null and strpos(lower(o.name), lower(words)) > 0
     order by o.name, o.id limit 10;
  end;
-- What a survey asks, for the settings too: they inform parents before it opens.
create function record.survey_content(of_survey uuid) returns jsonb language sql stable security definer set search_path = pg_catalog
  begin atomic
    select i.content from record.survey v join record.instrument_version i on i.organisation = v.organisation and i.instrument = v.instrument and i.number = v.version
     where v.id = of_survey and (v.organisation = record.organisation_in_sight() or record.takes_part(v.id));
  end;
grant execute on function record.survey_content(uuid), record.survey_parties(uuid), record.organisations_named(text) to kept_work;

-- Who reads what was written freely (P9): accounts of the asking organisation, named before the survey opens.
create table record.survey_reviewer (
  organisation uuid not null,
  survey uuid not null,
  account uuid not null references record.account,
  primary key (organisation, survey, account),
  foreign key (organisation, survey) references record.survey (organisation, id)
);
call record.guard_organisation('survey_reviewer');
grant select, insert, delete on record.survey_reviewer to kept_work;

-- A way in as those who opened it see it; its code is shown to a class and is no secret of a child. Cards' codes are on the cards only.
create table record.way_in (
  organisation uuid not null,
  survey uuid not null,
  id uuid not null,
  -- Null for a link that is open to all.
  setting uuid references record.organisation,
  audience text not null,
  kind text not null constraint way_in_kind_known check (kind in ('cards', 'class session', 'open link')),
  -- "Year 5, Hazel".
  label text not null,
  places integer,
  code text,
  opened_on date not null,
  ends_at timestamptz,
  closed_on date,
  primary key (organisation, survey, id),
  foreign key (organisation, survey) references record.survey (organisation, id)
);
call record.guard_setting('way_in');
grant select, insert, update on record.way_in to kept_work;
