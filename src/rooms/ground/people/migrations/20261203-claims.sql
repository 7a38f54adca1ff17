-- Whom an organisation says it is (decision 0021). An invitation makes an organisation of any name and number, so what it says is a claim until
-- the owner of the installation, or an address in the claimed organisation's own domain, confirms it. Who is not verified publishes nothing.
-- An organisation that the owner made claims nothing: the owner has said who it is.
alter table record.organisation
  -- What has to be confirmed: an official number, or a name that a register knows; null for neither.
  add column claim text constraint organisation_claim_known check (claim in ('number', 'name')),
  add column verified_at timestamptz,
  add column verified_by text constraint organisation_verified_by_known check (verified_by in ('owner', 'domain')),
  add column rejected_on date,
  add column rejected_because text constraint organisation_rejected_because_length check (length(rejected_because) between 1 and 2000),
  add constraint organisation_verified_whole check ((verified_at is null) = (verified_by is null)),
  add constraint organisation_rejected_whole check ((rejected_on is null) = (rejected_because is null)),
  add constraint organisation_claim_is_answered_once check ((verified_at is null or rejected_on is null) and (claim is not null or (verified_at is null and rejected_on is null)));

-- No page makes an organisation: joining does (record.join_by), and the owner.
revoke insert on record.organisation from kept_work;

-- One verified organisation for a number; of those that only claim it there may be several.
drop index record.organisation_one_for_authority;
drop index record.organisation_one_for_school;
create unique index organisation_one_for_authority on record.organisation (authority) where kind = 'authority' and (claim is null or verified_at is not null);
create unique index organisation_one_for_school on record.organisation (urn) where urn is not null and (claim is null or verified_at is not null);
create index organisation_that_claims on record.organisation (id) where claim is not null and verified_at is null;

create function record.is_verified(asked uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return not exists (select from record.organisation o where o.id = asked and o.claim is not null and o.verified_at is null);
end $$;

-- For acts that lead to publishing later, such as asking for a job: refused now, in the same words.
create function record.require_verified(asked uuid) returns void language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not record.is_verified(asked) then raise exception 'an organisation that is not verified publishes nothing' using errcode = 'KP012'; end if;
end $$;

-- The one rule. A new row is refused where the organisation that acts, or the one that the row is of, is not verified; a change only where the
-- organisation changes what is its own, so that a member or a group can still answer another. Without a column the row is of whoever acts.
create function record.refuse_unverified() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  acting uuid := record.organisation_in_sight();
  whose uuid := case when tg_argv[0] = '' then acting else (to_jsonb(new) ->> tg_argv[0])::uuid end;
begin
  if tg_op = 'INSERT' then perform record.require_verified(whose); end if;
  if tg_op = 'INSERT' or whose = acting then perform record.require_verified(acting); end if;
  return new;
end $$;
-- `harmless` says of a new row that it only takes back: that stays possible. Where acts write a row whole, as new or in place of the old one, the
-- insert is guarded; a change alone is guarded where it is what says something.
create procedure record.only_verified(name text, of_column text, acts text, harmless text) language plpgsql as $$
begin
  execute format('create trigger only_verified before %s on %s for each row when ((%s) is not true) execute function record.refuse_unverified(%L)', acts, name::regclass, harmless, of_column);
end $$;
call record.only_verified('published.publication', '', 'insert', 'false');
call record.only_verified('published.board', '', 'insert', 'false');
call record.only_verified('published.meeting', '', 'insert', 'false');

-- A name as it is compared with those of registers: without case, accents, punctuation and what nobody sees.
create function record.plain_name(name text) returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
begin
  return regexp_replace(btrim(regexp_replace(regexp_replace(replace(lower(normalize(name, NFKD)), '&', ' and '),
    E'[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff''’.]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')), '^(the )+', '');
end $$;
-- The name of an authority without the words that say its kind: "London Borough of Camden", "Camden Council" and "Camden" are one.
create function record.authority_name(name text) returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
declare
  plain text := record.plain_name(name);
  short text;
begin
  select string_agg(word, ' ' order by at) into short from string_to_table(plain, ' ') with ordinality as w (word, at)
   where word not in ('of', 'the', 'royal', 'london', 'borough', 'city', 'county', 'district', 'metropolitan', 'unitary', 'authority', 'council', 'corporation');
  -- "City of London" has no other words.
  return coalesce(short, (select string_agg(word, ' ' order by at) from string_to_table(plain, ' ') with ordinality as w (word, at) where word not in ('council', 'corporation', 'authority')), plain);
end $$;

-- Whether a register knows an authority, school or trust of this name; the directory replaces this.
create function record.is_official_name(name text) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return false;
end $$;
create function record.claim_of(of_kind text, of_authority text, of_urn integer, of_name text) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if of_urn is not null or (of_kind = 'authority' and of_authority is not null) then return 'number'; end if;
  -- Letters of another alphabet among Latin ones look like a name without being it.
  if of_kind = 'authority' or record.is_official_name(of_name) or (of_name ~ '[A-Za-z]' and of_name ~ E'[\u0370-\u058f]') then return 'name'; end if;
  return null;
end $$;
-- What organisations claim that came by an invitation: at the upgrade, and again when a register brings new names.
create function record.note_claims() returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update record.organisation o set claim = record.claim_of(o.kind, o.authority, o.urn, o.name)
   where o.claim is null and exists (select from record.invitation i where i.joined = o.id and i.name is not null) and record.claim_of(o.kind, o.authority, o.urn, o.name) is not null;
end $$;

-- What readers know of it follows the record.
alter table published.organisation
  add column verified boolean not null default true,
  add column rejected_on date,
  add column rejected_because text;
create index published_organisation_unverified on published.organisation (name) where not verified;
drop policy shared on published.organisation;
create policy shared on published.organisation to kept_public, kept_work using (true) with check (
  id = record.organisation_in_sight() and exists (
    select from record.organisation o
     where o.id = organisation.id and (o.slug, o.name, o.kind) = (organisation.slug, organisation.name, organisation.kind)
       and organisation.verified = (o.claim is null or o.verified_at is not null)
       and (o.authority, o.urn, o.part_of, o.rejected_on, o.rejected_because)
         is not distinct from (organisation.authority, organisation.urn, organisation.part_of, organisation.rejected_on, organisation.rejected_because)));
create function record.show_verification() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update published.organisation p set verified = (new.claim is null or new.verified_at is not null), rejected_on = new.rejected_on, rejected_because = new.rejected_because where p.id = new.id;
  update published.revision set number = number + 1;
  return null;
end $$;
create trigger verification_is_shown after update of claim, verified_at, rejected_on, rejected_because on record.organisation for each row execute function record.show_verification();

-- Before anything is claimed by the registers' names: those who came by an invitation with a number.
select record.note_claims();

-- Those who claim the same number as an organisation, itself left out.
create function record.rivals_of(asked uuid) returns setof uuid language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select o.id from record.organisation o join record.organisation own on own.id = asked
   where o.id <> asked and ((own.kind = 'authority' and o.kind = 'authority' and o.authority = own.authority) or o.urn = own.urn);
end $$;
-- Confirms what an organisation says it is; says why not, where it cannot.
create function record.verify_claim(which uuid, how text, moment timestamptz) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_row record.organisation;
begin
  select * into found_row from record.organisation o where o.id = which for update;
  if not found then return 'not there'; end if;
  if found_row.claim is null or found_row.verified_at is not null then return 'verified already'; end if;
  perform pg_advisory_xact_lock(hashtextextended(coalesce('urn ' || found_row.urn, 'authority ' || found_row.authority, found_row.id::text), 20261203));
  if exists (select from record.rivals_of(which) r where record.is_verified(r)) then return 'another is verified'; end if;
  update record.organisation o set verified_at = moment, verified_by = how, rejected_on = null, rejected_because = null where o.id = which;
  return null;
end $$;
-- Takes a claim back: it is told on public pages, and the one that it belongs to can join.
create function record.reject_claim(which uuid, why text, today date) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_row record.organisation;
begin
  select * into found_row from record.organisation o where o.id = which for update;
  if not found then return 'not there'; end if;
  if found_row.rejected_on is not null then return 'rejected already'; end if;
  update record.organisation o set claim = coalesce(o.claim, 'name'), verified_at = null, verified_by = null, rejected_on = today, rejected_because = why where o.id = which;
  return null;
end $$;

-- Who is verified counts as here already, for its own people also who waits to be. Nobody who only claims a number or an official name keeps out the one whose it is.
create or replace function record.join_by(token bytea, person text, new_organisation uuid, new_slug text, new_account uuid, moment timestamptz)
  returns table (account uuid, organisation uuid, role text, return_to text, is_new_account boolean, refusal text)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  invited record.invitation;
  home uuid;
  held uuid;
  made boolean := false;
  free_slug text := new_slug;
  count integer := 1;
begin
  select * into invited from record.invitation i where i.token_hash = token and i.used_at is null and i.expires_at > moment for update;
  if not found or (invited.name is null and invited.invited_by is not null and not record.may_invite_as(invited.invited_by, invited.organisation, invited.role)) then
    return query select null::uuid, null::uuid, null::text, null::text, false, 'link not good'; return;
  end if;
  if exists (select from record.account a where a.email = invited.email and a.closed_at is not null and not a.opens_again) then
    return query select null::uuid, null::uuid, null::text, null::text, false, 'account closed'; return;
  end if;
  if invited.name is null then
    home := invited.organisation;
  else
    if exists (select from record.organisation o where (o.claim is null or o.verified_at is not null
                or exists (select from record.account_role r join record.account a on a.id = r.account where r.organisation = o.id and a.email = invited.email)) and (
                (invited.kind = 'authority' and o.kind = 'authority' and o.authority = invited.authority) or (invited.urn is not null and o.urn = invited.urn)
                or (o.kind = invited.kind and lower(o.name) = lower(invited.name) and o.part_of is not distinct from invited.part_of and o.authority is not distinct from invited.authority))) then
      return query select null::uuid, null::uuid, null::text, null::text, false, 'organisation known'; return;
    end if;
    home := new_organisation;
    while exists (select from record.organisation o where o.slug = free_slug) loop
      count := count + 1;
      free_slug := new_slug || '-' || count;
    end loop;
    insert into record.organisation (id, slug, name, kind, authority, urn, part_of, claim)
      values (home, free_slug, invited.name, invited.kind, invited.authority, invited.urn, invited.part_of, record.claim_of(invited.kind, invited.authority, invited.urn, invited.name));
  end if;
  update record.account a set closed_at = null, opens_again = false where a.email = invited.email and a.opens_again;
  select a.id into held from record.account a where a.email = invited.email and a.closed_at is null;
  if held is null then
    held := new_account;
    made := true;
    insert into record.account (id, email, name, persona, created_at, closed_at) values (held, invited.email, person, null, moment, null);
  end if;
  insert into record.account_role (account, organisation, board, role, given_by, given_at) values (held, home, null, invited.role, invited.invited_by, moment) on conflict on constraint account_role_once do nothing;
  update record.invitation i set used_at = moment, joined = home where i.token_hash = token;
  return query select held, home, invited.role, invited.return_to, made, null::text;
end $$;

-- Who invited one's own organisation, for the page that says what has to be confirmed.
create function record.came_by() returns table (inviter text, since timestamptz) language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select o.name, i.used_at from record.invitation i join record.organisation o on o.id = i.organisation
   where i.joined = record.organisation_in_sight() and i.name is not null order by i.used_at limit 1;
end $$;

-- Domains that the owner has named as those of one authority or school. No register says them: the web address of a school often lies on a host
-- that others share, and its pupils have addresses in its domain too. So each is named by a person, and belongs to one number.
create table record.official_domain (
  domain text not null constraint official_domain_pk primary key constraint official_domain_is_lower check (domain = lower(domain)),
  authority text,
  urn integer,
  constraint official_domain_of_one check ((authority is null) <> (urn is null)),
  named_at timestamptz not null
);
alter table record.official_domain enable row level security;
create policy nobody on record.official_domain to kept_work using (false);

-- Somebody has just used a letter sent to the address of this account: what the organisations claim that they lead is confirmed where the
-- address lies in the domain of exactly that number, not in one below it or above it.
create function record.confirm_by_domain(asked uuid, moment timestamptz) returns setof uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  claiming uuid;
begin
  for claiming in
    select distinct o.id from record.account a join record.account_role r on r.account = a.id and r.role in ('lead', 'administrator') join record.organisation o on o.id = r.organisation
      join record.official_domain d on d.domain = split_part(a.email, '@', 2) and ((o.kind = 'authority' and d.authority = o.authority) or d.urn = o.urn)
     where a.id = asked and a.closed_at is null and o.claim = 'number' and o.verified_at is null and o.rejected_on is null order by o.id
  loop
    if record.verify_claim(claiming, 'domain', moment) is null then return next claiming; end if;
  end loop;
end $$;
-- Whom a letter about a claim goes to: who leads the organisation. It is not in sight when somebody signs in.
create function record.leads_of(asked uuid) returns setof text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select distinct a.email from record.account a join record.account_role r on r.account = a.id
   where r.organisation = asked and r.role in ('lead', 'administrator') and a.closed_at is null order by a.email;
end $$;

revoke all on function record.confirm_by_domain(uuid, timestamptz), record.leads_of(uuid), record.is_verified(uuid), record.require_verified(uuid), record.refuse_unverified(), record.plain_name(text), record.authority_name(text), record.is_official_name(text), record.claim_of(text, text, integer, text), record.note_claims(),
  record.show_verification(), record.rivals_of(uuid), record.verify_claim(uuid, text, timestamptz), record.reject_claim(uuid, text, date), record.came_by() from public;
grant execute on function record.is_verified(uuid), record.require_verified(uuid), record.note_claims(), record.came_by(), record.confirm_by_domain(uuid, timestamptz), record.leads_of(uuid), record.rivals_of(uuid),
  -- Indexes of the directory are made of these.
  record.plain_name(text), record.authority_name(text) to kept_work;
