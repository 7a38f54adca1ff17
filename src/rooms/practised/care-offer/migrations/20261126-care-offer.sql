-- Offers to care leavers, and whether an authority answers what they ask (reference listening 6.2; seed item 3, paragraph 9).
create table record.offer (
  organisation uuid not null references record.organisation,
  id uuid not null,
  slug text not null constraint offer_slug_free unique,
  state text not null constraint offer_state_known check (state in ('draft', 'live', 'ended')),
  -- OfferDraft of care-offer/words.ts: as its keeper has it, and as readers see it since it was last published.
  draft jsonb not null,
  shown jsonb,
  constraint offer_shown_once_published check ((state = 'draft') = (shown is null)),
  ended_on date,
  ended_reason text,
  constraint offer_ends_with_reason check ((state = 'ended') = (ended_on is not null and ended_reason is not null)),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation, id)
);
create index offer_of_organisation on record.offer (organisation, state, changed_at);

-- Grows only; it goes with a draft that was never published and is thrown away.
create table record.offer_event (
  organisation uuid not null,
  offer uuid not null,
  number integer not null,
  at timestamptz not null,
  account uuid not null,
  act text not null constraint offer_event_act_known check (act in ('recorded', 'changed', 'published', 'checked again', 'ended')),
  note text,
  primary key (organisation, offer, number),
  foreign key (organisation, offer) references record.offer on delete cascade
);

-- Every saying, one after the other; the newest of an organisation about the same thing is the one it means.
create table record.coverage (
  organisation uuid not null references record.organisation,
  id uuid not null,
  framework text not null,
  theme text not null,
  -- '' for the kind of ask as a whole.
  ask text not null,
  authority text not null,
  -- 'not known' takes back what was said.
  state text not null constraint coverage_state_known check (state in ('offered', 'partly', 'not offered', 'not known')),
  source text not null constraint coverage_has_source check (source <> ''),
  source_url text,
  offer text,
  said_on date not null,
  account uuid not null,
  recorded_at timestamptz not null,
  primary key (organisation, id)
);
create index coverage_about on record.coverage (organisation, authority, framework, theme, ask, recorded_at);
call record.guard_organisation('offer');
call record.guard_organisation('offer_event');
call record.guard_organisation('coverage');
grant select, insert, update, delete on record.offer to kept_work;
grant select, insert on record.offer_event, record.coverage to kept_work;

create table published.offer (
  slug text primary key,
  id uuid not null constraint published_offer_id_free unique,
  organisation uuid not null,
  organisation_slug text not null,
  organisation_name text not null,
  provider text not null,
  provider_code text,
  printed text,
  framework text not null,
  -- "framework theme", so that kinds of several frameworks stand beside each other.
  themes text[] not null,
  ask text,
  title text not null,
  what text not null,
  duty text not null,
  -- Null is not known.
  who text[],
  groups text[] not null,
  ages text not null,
  age_min integer,
  age_max integer,
  reach text not null,
  areas text[] not null,
  outside text not null,
  also text,
  amount text,
  steps text[] not null,
  -- A team's, never a person's.
  team text,
  phone text,
  email text,
  web text,
  valid_from date,
  valid_to date,
  verified_on date,
  verified_by text,
  source_url text,
  note text,
  state text not null constraint published_offer_state_known check (state in ('live', 'ended')),
  ended_on date,
  ended_reason text,
  published_on date not null,
  changed_at timestamptz not null,
  -- Title, provider and words as compared.
  folded text not null,
  -- Title and provider alone: what a misspelt question is likened to.
  named text not null
);
create index offer_by_title on published.offer (title, slug) where state = 'live';
create index offer_by_provider on published.offer (provider_code, title) where state = 'live';
create index offer_by_theme on published.offer using gin (themes) where state = 'live';
create index offer_by_area on published.offer using gin (areas) where state = 'live';
create index offer_everywhere on published.offer (provider, title) where state = 'live' and areas = '{}';
create index offer_alike on published.offer using gin (folded gin_trgm_ops);
create index offer_by_id on published.offer (id) where state = 'live';

create table published.offer_event (
  offer text not null references published.offer,
  number integer not null,
  on_day date not null,
  act text not null,
  note text,
  organisation uuid not null,
  primary key (offer, number)
);

create table published.coverage (
  authority text not null,
  framework text not null,
  theme text not null,
  ask text not null,
  organisation uuid not null,
  organisation_name text not null,
  -- Whether the authority said it of itself.
  own boolean not null,
  state text not null constraint published_coverage_state_known check (state in ('offered', 'partly', 'not offered')),
  source text not null,
  source_url text,
  offer text,
  said_on date not null,
  recorded_at timestamptz not null,
  primary key (authority, framework, theme, ask, organisation)
);
create index coverage_by_theme on published.coverage (framework, theme, ask);

-- Everybody reads; each organisation writes its own rows and touches no other's.
alter table published.offer enable row level security;
alter table published.offer_event enable row level security;
alter table published.coverage enable row level security;
create policy seen on published.offer for select to kept_public, kept_work using (true);
create policy own on published.offer to kept_work using (organisation = record.organisation_in_sight());
create policy seen on published.offer_event for select to kept_public, kept_work using (true);
create policy own on published.offer_event to kept_work using (organisation = record.organisation_in_sight());
create policy seen on published.coverage for select to kept_public, kept_work using (true);
create policy own on published.coverage to kept_work using (organisation = record.organisation_in_sight());
grant select on published.offer, published.offer_event, published.coverage to kept_public, kept_work;
grant insert, update on published.offer to kept_work;
grant insert on published.offer_event to kept_work;
grant insert, update, delete on published.coverage to kept_work;
