-- Authorities and schools: reference data that all organisations share (reference listening 6.1, "Org": council by GSS code,
-- school by URN, with successor and part of). No row belongs to an organisation, so everybody at work may read; only an
-- administrator may write, and nobody may delete: what vanishes from a register stays here.

create function record.may_keep_directory() returns boolean language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select from record.account_role held join record.account account on account.id = held.account
                    where held.account = kit.account() and held.role = 'administrator' and account.closed_at is null);
  end;
grant execute on function record.may_keep_directory() to kept_work;

create table record.authority (
  -- GSS code; the register's own code where the authority ended before it was given one.
  code text primary key,
  -- An authority that is given a GSS code later comes as a new row with the same code of the register.
  register_code text not null,
  name text not null,
  official_name text not null,
  kind text not null,
  nation text not null,
  region text,
  starts date,
  ends date,
  -- Codes of this table, in the order of the file.
  part_of text[] not null,
  replaced_by text[] not null,
  -- Ways to write the name, in the form that rules.ts makes of them (spelling).
  spellings text[] not null,
  changed_at timestamptz not null
);
create index authority_by_spelling on record.authority using gin (spellings);

create table record.school (
  urn integer primary key,
  name text not null,
  status text not null constraint school_status_known check (status in ('open', 'proposed to close', 'closed', 'proposed to open')),
  phase text,
  kind text not null,
  la_code text,
  la_name text not null,
  laestab text,
  ukprn text,
  authority text references record.authority,
  opens date,
  closes date,
  low_age smallint,
  high_age smallint,
  trust text,
  town text,
  -- First half of the postcode: enough to tell two schools of one name apart.
  postcode_area text,
  predecessors integer[] not null,
  successors integer[] not null,
  changed_at timestamptz not null
);
create index school_by_la on record.school (la_name);

-- The same for the public gate: both registers are public (Open Government Licence).
create table published.authority (
  code text primary key,
  register_code text not null,
  name text not null,
  official_name text not null,
  kind text not null,
  nation text not null,
  region text,
  starts date,
  ends date,
  part_of text[] not null,
  replaced_by text[] not null,
  schools integer not null default 0
);

create table published.school (
  urn integer primary key,
  name text not null,
  status text not null,
  phase text,
  kind text not null,
  la_name text not null,
  laestab text,
  ukprn text,
  authority text references published.authority,
  opens date,
  closes date,
  low_age smallint,
  high_age smallint,
  trust text,
  town text,
  postcode_area text,
  predecessors integer[] not null,
  successors integer[] not null,
  -- Name and town as compared (spelling in rules.ts): "st marys" finds "St Mary's".
  folded text not null
);
create index school_by_authority on published.school (authority, name, urn);
create index school_by_name on published.school (name, urn);
create index school_alike on published.school using gin (folded gin_trgm_ops);

alter table record.authority enable row level security;
alter table record.school enable row level security;
create policy shared on record.authority to kept_work using (true) with check (record.may_keep_directory());
create policy shared on record.school to kept_work using (true) with check (record.may_keep_directory());
alter table published.authority enable row level security;
alter table published.school enable row level security;
create policy shared on published.authority to kept_public, kept_work using (true) with check (record.may_keep_directory());
create policy shared on published.school to kept_public, kept_work using (true) with check (record.may_keep_directory());
grant select, insert, update on record.authority, record.school, published.authority, published.school to kept_work;
grant select on published.authority, published.school to kept_public;

-- "Which schools name this one as their successor": asked by each school's page.
create index school_by_predecessor on published.school using gin (predecessors) where predecessors <> '{}';
create index school_by_successor on published.school using gin (successors) where successors <> '{}';
