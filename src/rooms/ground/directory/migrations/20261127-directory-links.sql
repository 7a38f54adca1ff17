-- Links of the register's separate links file: which school came before or after which, how ("amalgamated") and from when. The
-- schools file says the first of this only, in its column "Linked establishments"; both stand side by side.
create table record.school_link (
  urn integer not null,
  linked integer not null,
  relation text not null constraint school_link_relation_known check (relation in ('predecessor', 'successor')),
  -- "amalgamated", "merged", "split school"; null where the register says no more.
  how text,
  since date,
  changed_at timestamptz not null,
  constraint school_link_once primary key (urn, linked, relation)
);
create table published.school_link (
  urn integer not null,
  linked integer not null,
  relation text not null,
  how text,
  since date,
  primary key (urn, linked, relation)
);
create index school_link_back on published.school_link (linked);

-- Trusts by the number of their group in the register (its UID).
create table record.trust (
  code text primary key,
  name text not null,
  -- "multi-academy trust"; null where the file does not say.
  kind text,
  changed_at timestamptz not null
);
create table published.trust (
  code text primary key,
  name text not null,
  kind text,
  -- Open ones.
  schools integer not null default 0,
  folded text not null
);
create index trust_by_name on published.trust (name, code);
create index trust_alike on published.trust using gin (folded gin_trgm_ops) with (fastupdate = off);
alter table record.school add column trust_code text;
alter table published.school add column trust_code text;
create index school_by_trust on published.school (trust_code, la_name, name, urn) where trust_code is not null;

alter table record.school_link enable row level security;
alter table record.trust enable row level security;
create policy shared on record.school_link to kept_work using (true) with check (record.may_keep_directory());
create policy shared on record.trust to kept_work using (true) with check (record.may_keep_directory());
alter table published.school_link enable row level security;
alter table published.trust enable row level security;
create policy shared on published.school_link to kept_public, kept_work using (true) with check (record.may_keep_directory());
create policy shared on published.trust to kept_public, kept_work using (true) with check (record.may_keep_directory());
grant select, insert, update on record.school_link, record.trust, published.school_link, published.trust to kept_work;
grant select on published.school_link, published.trust to kept_public;

-- A file that an administrator sent: read and compared by a job, shown, and brought in when somebody says so.
create table record.directory_file (
  organisation uuid not null references record.organisation,
  id uuid not null,
  kind text not null constraint directory_file_kind_known check (kind in ('authorities', 'schools', 'links')),
  name text not null,
  sha256 text not null,
  -- Emptied when the file was brought in, refused or set aside: the registers are public and can be downloaded again.
  bytes bytea,
  -- Further spellings of authorities' names.
  names bytea,
  state text not null constraint directory_file_state_known check (state in ('checking', 'checked', 'refused', 'bringing in', 'brought in', 'set aside', 'failed')),
  job uuid,
  -- FileProblem, or DirectoryReport, of directory/words.ts.
  problem jsonb,
  report jsonb,
  sent_by uuid not null,
  sent_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation, id)
);
create index directory_file_newest on record.directory_file (organisation, sent_at desc);
alter table record.directory_file enable row level security;
create policy inside on record.directory_file to kept_work using (organisation = record.organisation_in_sight()) with check (organisation = record.organisation_in_sight() and record.may_keep_directory());
grant select, insert, update on record.directory_file to kept_work;
