-- Practice: what an organisation did, told so that another can do it (seed Annex 2, "Spotlight on"). A draft belongs to its
-- organisation; what it puts to the keeper of a framework is a row of both; what the keeper cleared is public, in versions.
create table record.practice (
  organisation uuid not null references record.organisation,
  id uuid not null,
  -- SpotlightDraft of practice/words.ts.
  draft jsonb not null,
  -- Number of the last submission that there was when the draft was saved: a later one is ahead of the draft.
  follows integer not null default 0,
  changed_at timestamptz not null,
  primary key (organisation, id)
);
call record.guard_organisation('practice');
grant select, insert, update, delete on record.practice to kept_work;

create table record.submission (
  organisation uuid not null,
  id uuid not null,
  practice uuid not null,
  number integer not null,
  -- The organisation that keeps the framework.
  keeper uuid not null references record.organisation,
  framework text not null,
  -- Of whom it is, as the keeper sees it.
  organisation_slug text not null,
  organisation_name text not null,
  organisation_kind text not null,
  -- As it was put, and as it stands after what the keeper changed.
  original jsonb not null,
  content jsonb not null,
  state text not null constraint submission_state_known check (state in ('waiting', 'taken back', 'asked back', 'cleared')),
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  -- Why it was asked back.
  reason text,
  -- The version that came of it. No reference: the record does not hang on what is published.
  publication uuid,
  primary key (organisation, id),
  constraint submission_numbered_once unique (organisation, practice, number),
  constraint submission_decided_whole check ((state = 'waiting') = (decided_at is null) and (state = 'waiting') = (decided_by is null)),
  constraint submission_asked_back_has_reason check (state <> 'asked back' or reason is not null),
  constraint submission_cleared_is_public check ((state = 'cleared') = (publication is not null)),
  foreign key (organisation, practice) references record.practice (organisation, id)
);
create unique index submission_waits_once on record.submission (organisation, practice) where state = 'waiting';
create index submission_of_keeper on record.submission (keeper, submitted_at) where state = 'waiting';
create index submission_by_publication on record.submission (publication) where publication is not null;
call record.guard_both('submission', 'keeper');
grant select, insert, update on record.submission to kept_work;

-- Both sides see the row; this says what each may do to it, whatever a page tries. Only the keeper of the framework clears,
-- asks back or changes a word of it; only the organisation takes it back; what is decided stays.
create function record.keep_submission() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  me uuid := record.organisation_in_sight();
begin
  if tg_op = 'INSERT' then
    if new.organisation is distinct from me or new.state <> 'waiting' or new.content is distinct from new.original
       or not exists (select from published.framework f where f.slug = new.framework and f.organisation = new.keeper) then
      raise exception 'a spotlight is put by its own organisation to the keeper of a framework' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if old.state <> 'waiting' then
    raise exception 'a submission that was decided stays as it is' using errcode = 'insufficient_privilege';
  end if;
  if (new.organisation, new.id, new.practice, new.number, new.keeper, new.framework, new.organisation_slug, new.organisation_name, new.organisation_kind, new.original, new.submitted_by, new.submitted_at)
     is distinct from (old.organisation, old.id, old.practice, old.number, old.keeper, old.framework, old.organisation_slug, old.organisation_name, old.organisation_kind, old.original, old.submitted_by, old.submitted_at) then
    raise exception 'what was submitted stays as it was submitted' using errcode = 'insufficient_privilege';
  end if;
  if (new.content is distinct from old.content or new.state in ('cleared', 'asked back')) and old.keeper is distinct from me then
    raise exception 'only the keeper of the framework edits, asks back or clears' using errcode = 'insufficient_privilege';
  end if;
  if new.state = 'taken back' and old.organisation is distinct from me then
    raise exception 'only its own organisation takes a submission back' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger submission_is_kept before insert or update on record.submission for each row execute function record.keep_submission();

-- Each letter about a review goes out once for each day on which one is due.
create table record.review_letter (
  organisation uuid not null,
  practice uuid not null,
  kind text not null constraint review_letter_kind_known check (kind in ('soon', 'due')),
  about date not null,
  sent_on date not null,
  constraint review_letter_once primary key (organisation, practice, kind, about),
  foreign key (organisation, practice) references record.practice (organisation, id)
);
call record.guard_organisation('review_letter');
grant select, insert on record.review_letter to kept_work;

-- Whether a version may be shown: a keeper cleared exactly this one, and one of the two sides asks.
create function record.may_show_practice(whose uuid, asked uuid, version uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select from record.submission s where s.organisation = whose and s.practice = asked and s.publication = version and s.state = 'cleared'
                    and record.organisation_in_sight() in (s.organisation, s.keeper));
  end;
grant execute on function record.may_show_practice(uuid, uuid, uuid) to kept_work;

-- Drawn from the newest version, with what happened since: reviewed, used, withdrawn.
create table published.practice (
  slug text primary key,
  -- Of the record.
  id uuid not null constraint published_practice_once unique,
  publication uuid not null references published.publication,
  version integer not null,
  organisation uuid not null,
  organisation_slug text not null,
  organisation_name text not null,
  organisation_kind text not null,
  keeper uuid not null,
  keeper_name text not null,
  title text not null,
  summary text not null,
  authority text,
  urn integer,
  phase text,
  -- Each "framework theme".
  themes text[] not null,
  needs text[] not null,
  own_needs text[] not null,
  evidence text not null constraint published_practice_evidence_known check (evidence in ('said', 'measured', 'evaluated')),
  published_on date not null,
  reviewed_on date not null,
  -- The same rule as reviewDue() of practice/rules.ts.
  review_due date not null generated always as ((reviewed_on + interval '12 months')::date) stored,
  state text not null constraint published_practice_state_known check (state in ('published', 'withdrawn')),
  withdrawn_on date,
  -- Name of the organisation that withdrew it.
  withdrawn_by text,
  reason text,
  constraint published_practice_withdrawal_is_told check ((state = 'withdrawn') = (withdrawn_on is not null) and (withdrawn_on is null) = (reason is null) and (withdrawn_on is null) = (withdrawn_by is null)),
  -- Promises that use it (count_uses).
  uses integer not null default 0,
  -- Everything it says, for the snippets; and the same as compared (base/fold.ts).
  body text not null,
  folded_title text not null,
  folded text not null,
  found tsvector generated always as (setweight(to_tsvector('english', folded_title), 'A') || to_tsvector('english', folded)) stored
);
create index practice_found on published.practice using gin (found);
create index practice_by_theme on published.practice using gin (themes);
create index practice_by_need on published.practice using gin (needs);
create index practice_by_day on published.practice (published_on desc, slug) where state = 'published';
create index practice_by_phase on published.practice (phase, published_on desc) where state = 'published';
create index practice_by_authority on published.practice (authority, published_on desc) where state = 'published';
create index practice_by_organisation on published.practice (organisation, published_on desc);
create index practice_by_keeper on published.practice (keeper, published_on desc);

-- Which promises use a practice; the rows are those of whoever promised.
create table published.practice_use (
  practice text not null references published.practice,
  promise uuid not null,
  promise_slug text not null,
  organisation uuid not null default record.organisation_in_sight(),
  organisation_name text not null,
  aim text not null,
  primary key (practice, promise)
);
create index practice_use_of_promise on published.practice_use (promise);

-- Who promises may not touch another's practice: counting is the database's.
create function published.count_uses() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  touched text := case when tg_op = 'DELETE' then old.practice else new.practice end;
begin
  update published.practice p set uses = (select count(*) from published.practice_use u where u.practice = touched) where p.slug = touched;
  return null;
end $$;
create trigger practice_use_is_counted after insert or delete on published.practice_use for each row execute function published.count_uses();

grant select on published.practice, published.practice_use to kept_public, kept_work;
grant insert, update on published.practice to kept_work;
grant insert, delete on published.practice_use to kept_work;
alter table published.practice enable row level security;
create policy shared on published.practice to kept_public, kept_work using (true) with check (record.may_show_practice(organisation, id, publication));
alter table published.practice_use enable row level security;
create policy seen on published.practice_use for select to kept_public, kept_work using (true);
create policy added on published.practice_use for insert to kept_work with check (organisation = record.organisation_in_sight());
create policy taken on published.practice_use for delete to kept_work using (organisation = record.organisation_in_sight());
