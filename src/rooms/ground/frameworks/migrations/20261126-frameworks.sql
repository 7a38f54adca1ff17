-- Frameworks: themes and what is asked of whom under them. The draft belongs to its keeper; what readers see is a publication.
create table record.framework (
  organisation uuid not null references record.organisation,
  id uuid not null,
  slug text not null constraint framework_slug_free unique,
  kind text not null constraint framework_kind_known check (kind in ('charter', 'asks')),
  -- FrameworkDraft of frameworks/words.ts.
  draft jsonb not null,
  changed_at timestamptz not null,
  primary key (organisation, id)
);
call record.guard_organisation('framework');
grant select, insert, update on record.framework to kept_work;

-- Drawn from the newest version of each framework; keys of themes and asks never change their meaning.
create table published.framework (
  slug text primary key,
  name text not null,
  kind text not null,
  summary text not null,
  organisation uuid not null,
  organisation_slug text not null,
  organisation_name text not null,
  version integer not null,
  publication uuid not null references published.publication
);
create table published.theme (
  framework text not null references published.framework,
  key text not null,
  kind text not null,
  position integer not null,
  title text not null,
  meaning text not null,
  examples text[] not null,
  -- Whether somebody promises under it: a charter's principles, or every kind of ask.
  promised boolean not null,
  primary key (framework, key)
);
create table published.ask (
  framework text not null references published.framework,
  key text not null,
  theme text,
  audience text not null,
  position integer not null,
  body text not null,
  primary key (framework, key)
);
create table published.wording (
  framework text not null references published.framework,
  key text not null,
  position integer not null,
  name text not null,
  theme text not null,
  title text not null,
  primary key (framework, key, position)
);
grant select on published.framework, published.theme, published.ask, published.wording to kept_public, kept_work;
grant insert, update on published.framework to kept_work;
grant insert, delete on published.theme, published.ask, published.wording to kept_work;
