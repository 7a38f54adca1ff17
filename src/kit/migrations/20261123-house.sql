-- The house: schemas, extensions, sessions, sign-in links, rate limits, and the journal.
-- Runs as kept_owner. Every migration writes its grants beside what it creates; nothing is granted by default.

alter default privileges revoke execute on functions from public;
alter default privileges revoke usage on types from public;

create schema extension;
create extension pg_trgm schema extension;
create extension unaccent schema extension;
create extension btree_gist schema extension;
grant usage on schema extension to kept_public, kept_work, kept_intake, kept_release;

-- record: drafts and history (work gate). published: publications (public gate). intake: sealed answers.
create schema record;
create schema published;
create schema intake;
grant usage on schema record to kept_work;
grant usage on schema published to kept_public, kept_work;
grant usage on schema intake to kept_intake, kept_release;
grant usage on schema kit to kept_public, kept_work, kept_intake, kept_release;

-- On whose behalf the transaction runs, as kit/db sets it; for policies of row-level security.
create function kit.account() returns uuid language sql stable parallel safe
  return nullif(current_setting('kept.account', true), '')::uuid;
create function kit.boards() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('kept.boards', true), '')::uuid[], '{}');
grant execute on function kit.account(), kit.boards() to kept_work;

create table kit.session (
  token_hash bytea not null constraint session_pk primary key constraint session_token_is_sha256 check (octet_length(token_hash) = 32),
  account uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_account on kit.session (account);
create index session_by_end on kit.session (expires_at);
grant select, insert, update, delete on kit.session to kept_work;

create table kit.sign_in_link (
  token_hash bytea not null constraint sign_in_link_pk primary key constraint sign_in_link_token_is_sha256 check (octet_length(token_hash) = 32),
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  return_to text
);
create index sign_in_link_by_end on kit.sign_in_link (expires_at);
grant select, insert, update, delete on kit.sign_in_link to kept_work;

-- A bucket holds tokens and fills again by the second; a request takes one. Unlogged: a crash may forget it, and no backup carries it.
create unlogged table kit.rate_limit (
  key text not null constraint rate_limit_pk primary key,
  tokens double precision not null,
  taken boolean not null,
  filled_at timestamptz not null
);
create index rate_limit_by_time on kit.rate_limit (filled_at);

-- True where a token was there. The key says what is limited, for instance "sign-in <hash of the address>".
create function kit.take_token(bucket text, capacity double precision, per_second double precision, moment timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  allowed boolean;
begin
  insert into kit.rate_limit as b (key, tokens, taken, filled_at) values (bucket, capacity - 1, capacity >= 1, moment)
  on conflict (key) do update set (tokens, taken, filled_at) = (
    select case when level >= 1 then level - 1 else level end, level >= 1, greatest(b.filled_at, moment)
      from (select least(capacity, b.tokens + per_second * greatest(0, extract(epoch from moment - b.filled_at))) as level) as now_in_it)
  returning b.taken into allowed;
  return allowed;
end $$;
grant execute on function kit.take_token(text, double precision, double precision, timestamptz) to kept_public, kept_work, kept_intake;

-- Forgets buckets that nobody touched since a moment: they are full again.
create function kit.forget_buckets(before timestamptz) returns bigint
  language sql volatile security definer set search_path = pg_catalog
  begin atomic
    with gone as (delete from kit.rate_limit where filled_at < before returning 1) select count(*) from gone;
  end;
grant execute on function kit.forget_buckets(timestamptz) to kept_work;

-- The journal: who did what to which thing, when and why. One hash chain for each scope (an organisation, a board, or the
-- house itself), so that scopes do not wait for each other and can live on different servers later. The head holds the
-- lock of its chain and would show a tail that was cut off.
create table kit.journal_head (
  scope text not null constraint journal_head_pk primary key,
  number bigint not null,
  hash bytea not null
);
create table kit.journal (
  scope text not null,
  number bigint not null,
  at timestamptz not null,
  who text not null,
  verb text not null,
  kind text not null,
  thing text not null,
  why text,
  detail jsonb not null,
  previous bytea not null,
  hash bytea not null,
  constraint journal_pk primary key (scope, number)
);
create index journal_by_thing on kit.journal (kind, thing, at);
create index journal_by_time on kit.journal (at);
grant select on kit.journal, kit.journal_head to kept_work;

create function kit.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '% is append-only: % refused', tg_table_schema || '.' || tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end $$;
create trigger journal_is_append_only before update or delete on kit.journal for each row execute function kit.refuse_change();
create trigger journal_is_never_emptied before truncate on kit.journal for each statement execute function kit.refuse_change();

-- What is hashed: each field as "<bytes>:<text>" in UTF-8, "-" for none, so that no two entries give the same text.
create function kit.framed(variadic fields text[]) returns bytea language sql immutable parallel safe set search_path = pg_catalog
  return convert_to((select string_agg(coalesce(octet_length(f) || ':' || f, '-'), '' order by place) from unnest(fields) with ordinality as x(f, place)), 'UTF8');

-- The only way into the journal. Gates may call it and may not insert themselves, so no page can write an entry with a
-- hash, a number or a predecessor of its own choosing.
create function kit.append_journal(in_scope text, in_at timestamptz, in_who text, in_verb text, in_kind text, in_thing text, in_why text, in_detail jsonb)
  returns bigint language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  head kit.journal_head;
  next_number bigint;
  next_hash bytea;
begin
  insert into kit.journal_head as h (scope, number, hash) values (in_scope, 0, decode(repeat('00', 32), 'hex'))
    on conflict (scope) do update set number = h.number
    returning * into head;
  next_number := head.number + 1;
  next_hash := sha256(head.hash || kit.framed(in_scope, next_number::text, to_char(in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), in_who, in_verb, in_kind, in_thing, in_why, in_detail::text));
  insert into kit.journal (scope, number, at, who, verb, kind, thing, why, detail, previous, hash)
    values (in_scope, next_number, in_at, in_who, in_verb, in_kind, in_thing, in_why, in_detail, head.hash, next_hash);
  update kit.journal_head set number = next_number, hash = next_hash where scope = in_scope;
  return next_number;
end $$;
grant execute on function kit.append_journal(text, timestamptz, text, text, text, text, text, jsonb) to kept_work, kept_release;
