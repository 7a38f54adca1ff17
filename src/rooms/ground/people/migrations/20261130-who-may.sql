-- Who may, and who may not any more: accounts close, roles are given, changed and end, invitations are counted and withdrawn, and an
-- organisation names its head. The work gate still writes neither accounts nor roles: each act below asks by itself who is asking, and
-- row-level security stays as it was. Decision 0015.

-- Addresses are one without case, blanks and dots at their end; src/base/email-address.ts makes the form in which they are kept.
update record.account a set email = clean.email
  from (select id, rtrim(btrim(email), '.') as email from record.account) clean
 where clean.id = a.id and clean.email <> a.email and not exists (select from record.account other where other.email = clean.email);

-- An account that has no role left is closed; a new invitation opens it again. One that its person or the owner closed stays closed.
alter table record.account add column opens_again boolean not null default false,
  add constraint account_opens_again_once_closed check (not opens_again or closed_at is not null);
-- Who gave the role; null for the owner of the installation.
alter table record.account_role add column given_by uuid, add column given_at timestamptz;

-- Every giving of a role, also of roles that have ended: who releases a session must be independent of who asked and of who appointed
-- either (rules.ts, areIndependent). Only functions read it.
create table record.role_given (
  number bigint generated always as identity constraint role_given_pk primary key,
  organisation uuid not null,
  account uuid not null,
  role text not null,
  given_by uuid,
  given_at timestamptz not null
);
create index role_given_by_account on record.role_given (account);
call record.guard_organisation('role_given');

-- What is known of those who hold a role today: the used invitation says who invited them; without one it was the owner.
update record.account_role r set given_by = came.invited_by, given_at = came.used_at
  from (select distinct on (i.joined, a.id, i.role) i.joined, a.id as account, i.role, i.invited_by, i.used_at
          from record.invitation i join record.account a on a.email = i.email where i.used_at is not null order by i.joined, a.id, i.role, i.used_at desc) came
 where came.joined = r.organisation and came.account = r.account and came.role = r.role;
insert into record.role_given (organisation, account, role, given_by, given_at)
  select r.organisation, r.account, r.role, r.given_by, coalesce(r.given_at, a.created_at) from record.account_role r join record.account a on a.id = r.account order by a.created_at, a.id, r.role;

create function record.note_role_given() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into record.role_given (organisation, account, role, given_by, given_at) values (new.organisation, new.account, new.role, new.given_by, coalesce(new.given_at, now()));
  return null;
end $$;
create trigger account_role_is_noted after insert on record.account_role for each row execute function record.note_role_given();

-- The head of a setting: who releases a session where it has one safeguarding lead only. Not an account: a name and an address.
create table record.head (
  organisation uuid not null constraint head_pk primary key references record.organisation,
  name text not null constraint head_name_length check (length(name) between 1 and 120),
  email text not null constraint head_email_lower check (email = lower(email)),
  named_by uuid,
  named_at timestamptz not null
);
call record.guard_organisation('head');
grant select on record.head to kept_work;

-- Whether an organisation cannot be without a safeguarding lead now. The rooms that ask young people know; reviews replaces this.
create function record.needs_safeguarding(at uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return false;
end $$;

-- An organisation keeps one lead, one administrator where it has one, and one safeguarding lead while it needs one. The organisation's
-- row is the lock: of two who remove each other at the same moment the second waits, and then finds that it would be the last.
create function record.refuse_last(at uuid, lost text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if lost not in ('lead', 'administrator', 'safeguarding') then return; end if;
  perform from record.organisation o where o.id = at for no key update;
  if exists (select from record.account_role r join record.account a on a.id = r.account and a.closed_at is null where r.organisation = at and r.role = lost and r.board is null) then return; end if;
  if lost = 'safeguarding' and not record.needs_safeguarding(at) then return; end if;
  raise exception 'the last % of an organisation cannot be lost', lost using errcode = 'KP010';
end $$;
create function record.hold_last_role() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Of a closed account nothing is lost that was not lost before.
  if old.board is null and exists (select from record.account a where a.id = old.account and a.closed_at is null) then perform record.refuse_last(old.organisation, old.role); end if;
  return null;
end $$;
create function record.hold_last_account() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform record.refuse_last(r.organisation, r.role) from record.account_role r where r.account = old.id and r.board is null order by r.organisation, r.role;
  return null;
end $$;
create trigger account_role_last_stays after delete or update on record.account_role for each row execute function record.hold_last_role();
create trigger account_last_stays after update of closed_at on record.account for each row when (old.closed_at is null and new.closed_at is not null) execute function record.hold_last_account();

-- Whether an account holds one of these roles for the whole of an organisation.
create function record.holds(who uuid, at uuid, variadic roles text[]) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from record.account_role r join record.account a on a.id = r.account and a.closed_at is null
                  where r.account = who and r.organisation = at and r.board is null and r.role = any (roles));
end $$;

-- Who may give a role by an invitation: leads and administrators; as safeguarding lead only those who are safeguarding leads.
create function record.may_invite_as(who uuid, at uuid, as_role text) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return case when as_role = 'administrator' then false when as_role = 'safeguarding' then record.holds(who, at, 'safeguarding') else record.holds(who, at, 'lead', 'administrator') end;
end $$;

-- Administrators keep the people of an organisation; where it has none, its leads do.
create function record.keeps_people(who uuid, at uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return record.holds(who, at, 'administrator') or (record.holds(who, at, 'lead')
    and not exists (select from record.account_role r join record.account a on a.id = r.account and a.closed_at is null where r.organisation = at and r.role = 'administrator' and r.board is null));
end $$;

-- Who may end somebody's role: its holder; administrators end all; leads the roles that they give; safeguarding leads that of one another.
-- Whoever keeps the people ends a safeguarding lead's too: who has left is out on the same day, and all are told.
create function record.may_end(who uuid, whose uuid, at uuid, ended text) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return who = whose or record.holds(who, at, 'administrator') or (ended = 'safeguarding' and (record.holds(who, at, 'safeguarding') or record.keeps_people(who, at)))
      or (ended not in ('safeguarding', 'administrator') and record.holds(who, at, 'lead'));
end $$;

-- After a role has ended: no session goes on, no invitation of theirs or to them that hung on it can be used, and an account without a role closes.
create function record.after_role(of_account uuid, at uuid, moment timestamptz) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  address text;
begin
  select a.email into address from record.account a where a.id = of_account for update;
  delete from kit.session s where s.account = of_account;
  delete from kit.sign_in_link l where l.account = of_account;
  delete from record.invitation i where i.organisation = at and i.used_at is null and i.name is null and i.invited_by = of_account and not record.may_invite_as(of_account, at, i.role);
  delete from record.invitation i where i.organisation = at and i.used_at is null and i.name is null and i.email = address;
  if not exists (select from record.account_role r where r.account = of_account) then
    update record.account a set closed_at = moment, opens_again = true where a.id = of_account and a.closed_at is null;
  end if;
end $$;

-- Gives a colleague another role. Safeguarding leads are appointed by an invitation, which they accept themselves.
create function record.give_role(to_account uuid, new_role text, moment timestamptz) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  here uuid := record.organisation_in_sight();
  me uuid := kit.account();
begin
  if not record.holds(me, here, 'lead', 'administrator') then return 'not allowed'; end if;
  perform from record.organisation o where o.id = here for no key update;
  if not exists (select from record.account_role r join record.account a on a.id = r.account and a.closed_at is null where r.account = to_account and r.organisation = here) then return 'not there'; end if;
  if new_role not in ('lead', 'clerk', 'author', 'member', 'administrator') or (new_role = 'administrator' and not record.holds(me, here, 'administrator')) then return 'not allowed'; end if;
  insert into record.account_role (account, organisation, board, role, given_by, given_at) values (to_account, here, null, new_role, me, moment) on conflict on constraint account_role_once do nothing;
  return case when found then null else 'holds it' end;
end $$;

-- Ends a role of somebody, or (without one) all their roles here. Null where it is done.
create function record.end_role(of_account uuid, old_role text, moment timestamptz) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  here uuid := record.organisation_in_sight();
  held text[];
begin
  perform from record.organisation o where o.id = here for no key update;
  select array_agg(distinct r.role) into held from record.account_role r where r.account = of_account and r.organisation = here and (old_role is null or r.role = old_role);
  if held is null then return 'not there'; end if;
  if exists (select from unnest(held) as one where not coalesce(record.may_end(kit.account(), of_account, here, one), false)) then return 'not allowed'; end if;
  begin
    delete from record.account_role r where r.account = of_account and r.organisation = here and (old_role is null or r.role = old_role);
  exception when sqlstate 'KP010' then
    return case when sqlerrm like '%administrator%' then 'last administrator' when sqlerrm like '%safeguarding%' then 'last safeguarding lead' else 'last lead' end;
  end;
  perform record.after_role(of_account, here, moment);
  return null;
end $$;

-- Closes the account of whoever asks, in all organisations: their roles end everywhere.
create function record.close_own_account(moment timestamptz) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  return record.close_account(kit.account(), moment);
end $$;
-- For the owner of the installation, and for the function above.
create function record.close_account(which uuid, moment timestamptz) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  places uuid[];
begin
  select array_agg(distinct r.organisation order by r.organisation) into places from record.account_role r where r.account = which;
  perform from record.organisation o where o.id = any (places) order by o.id for no key update;
  perform from record.account a where a.id = which and a.closed_at is null for update;
  if not found then return 'not there'; end if;
  begin
    delete from record.account_role r where r.account = which;
  exception when sqlstate 'KP010' then
    return case when sqlerrm like '%administrator%' then 'last administrator' when sqlerrm like '%safeguarding%' then 'last safeguarding lead' else 'last lead' end;
  end;
  perform record.after_role(which, o, moment) from unnest(places) as o;
  update record.account a set closed_at = moment, opens_again = false where a.id = which;
  return null;
end $$;

-- Ends sessions: one of one's own, or (without one) all of somebody's, by themselves or by whoever keeps the people of an organisation.
create function record.end_sessions(of_account uuid, which bytea) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  here uuid := record.organisation_in_sight();
begin
  if of_account is distinct from kit.account() then
    if not exists (select from record.account_role r where r.account = of_account and r.organisation = here) then return 'not there'; end if;
    if not coalesce(record.keeps_people(kit.account(), here), false) then return 'not allowed'; end if;
  end if;
  delete from kit.session s where s.account = of_account and (which is null or s.token_hash = which);
  return case when found then null else 'not there' end;
end $$;

-- Names the head: once, by an administrator or a lead; changed by an administrator only. The owner may do both.
create function record.name_head(head_name text, head_email text, moment timestamptz) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  here uuid := record.organisation_in_sight();
begin
  if not record.holds(kit.account(), here, 'lead', 'administrator') then return 'not allowed'; end if;
  perform from record.organisation o where o.id = here for no key update;
  if exists (select from record.head h where h.organisation = here) and not record.holds(kit.account(), here, 'administrator') then return 'named already'; end if;
  if exists (select from record.account a join record.account_role r on r.account = a.id and r.organisation = here and r.role = 'safeguarding' where a.email = head_email and a.closed_at is null) then return 'safeguards'; end if;
  insert into record.head (organisation, name, email, named_by, named_at) values (here, head_name, head_email, kit.account(), moment)
    on conflict on constraint head_pk do update set name = excluded.name, email = excluded.email, named_by = excluded.named_by, named_at = excluded.named_at;
  return null;
end $$;

-- Whom an appointment, its end or another head is told: the safeguarding leads of an organisation, and its head.
create function record.told_of_safeguarding(at uuid) returns setof text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select a.email from record.account_role r join record.account a on a.id = r.account and a.closed_at is null where r.organisation = at and r.role = 'safeguarding'
    union select h.email from record.head h where h.organisation = at;
end $$;

-- Somebody, whoever appointed them, whoever appointed those, and so on: by the last giving of each role by which sessions are asked for,
-- released, or others appointed. Roles that have ended count: who left has appointed all the same.
create function record.appointed_through(of_account uuid) returns setof uuid language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
    with recursive chain(account) as (
      select of_account
      union
      select g.given_by from chain c cross join lateral (
        select distinct on (r.organisation, r.role) r.given_by from record.role_given r
         where r.account = c.account and r.role in ('safeguarding', 'lead', 'administrator') order by r.organisation, r.role, r.number desc) g where g.given_by is not null
    ) select c.account from chain c;
end $$;
-- The same rule as areIndependent in rules.ts, for the database to refuse the rest.
create function record.are_independent(one uuid, other uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return not exists (select from record.appointed_through(one) as a join record.appointed_through(other) as b on a = b);
end $$;
-- Whether the head of an organisation is independent of an account: of whoever named the head, and of an account with the head's address.
create function record.head_is_independent(at uuid, of_account uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from record.head h where h.organisation = at)
     and not exists (select from record.head h join record.account a on a.id = h.named_by or a.email = h.email where h.organisation = at and not record.are_independent(a.id, of_account));
end $$;

-- Invitations: each has an id for its page, and the words of its letter, so that it can be sent again.
alter table record.invitation add column id uuid not null default gen_random_uuid() constraint invitation_id_free unique,
  add column words text not null default '' constraint invitation_words_length check (length(words) <= 2000);
-- One letter for an address and what it joins: the newest stays.
delete from record.invitation i using record.invitation newer
 where i.used_at is null and newer.used_at is null and newer.organisation = i.organisation and newer.email = i.email and coalesce(newer.name, '') = coalesce(i.name, '')
   and (newer.created_at, newer.token_hash) > (i.created_at, i.token_hash);
create unique index invitation_one_open on record.invitation (organisation, email, coalesce(name, '')) where used_at is null;
create index invitation_by_email on record.invitation (email) where used_at is null;
revoke all on record.invitation from kept_work;
grant select (id, organisation, email, name, kind, authority, urn, part_of, role, return_to, invited_by, created_at, expires_at, used_at, joined, words) on record.invitation to kept_work;

-- Letters of invitations, for the limits: to whom only as a hash. Forgotten after two days.
create table record.invitation_letter (
  organisation uuid not null,
  number bigint generated always as identity,
  account uuid not null,
  address bytea not null constraint invitation_letter_address_is_sha256 check (octet_length(address) = 32),
  sent_at timestamptz not null,
  primary key (organisation, number)
);
create index invitation_letter_by_address on record.invitation_letter (address, sent_at);
create index invitation_letter_by_time on record.invitation_letter (organisation, sent_at);
call record.guard_organisation('invitation_letter');

-- The first limit of 24 hours that these letters would pass, and when it ends; no row where they may go. What others did keeps nobody out:
-- an organisation's first letter to an address goes whatever others sent there, and everybody's first twenty go whatever colleagues sent.
create function record.invitation_limit(addresses text[], moment timestamptz) returns table (address text, refusal text, at_most integer, until timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  here uuid := record.organisation_in_sight();
  since timestamptz := moment - interval '24 hours';
  many integer := cardinality(addresses);
  mine integer;
  ours integer;
  theirs integer;
  one record;
begin
  perform pg_advisory_xact_lock(hashtextextended('invitations of ' || here, 0));
  select count(*) filter (where l.account = kit.account()), count(*) into mine, ours from record.invitation_letter l where l.organisation = here and l.sent_at > since;
  if mine + many > 500 then
    return query select null::text, 'inviter', 500, (select l.sent_at + interval '24 hours' from record.invitation_letter l where l.organisation = here and l.account = kit.account() and l.sent_at > since order by l.sent_at offset greatest(0, least(mine, mine + many - 500) - 1) limit 1);
    return;
  end if;
  if ours + many > 1000 and mine + many > 20 then
    return query select null::text, 'organisation', 1000, (select l.sent_at + interval '24 hours' from record.invitation_letter l where l.organisation = here and l.sent_at > since order by l.sent_at offset greatest(0, least(ours, ours + many - 1000) - 1) limit 1);
    return;
  end if;
  for one in select a as email, count(*)::integer as many, sha256(convert_to(a, 'UTF8')) as hash from unnest(addresses) as a group by a order by a loop
    perform pg_advisory_xact_lock(hashtextextended('invitations to ' || one.email, 0));
    select count(*) filter (where l.organisation = here), count(*) into ours, theirs from record.invitation_letter l where l.address = one.hash and l.sent_at > since;
    if ours + one.many > 5 then
      return query select one.email, 'address', 5, (select l.sent_at + interval '24 hours' from record.invitation_letter l where l.address = one.hash and l.organisation = here and l.sent_at > since order by l.sent_at offset greatest(0, least(ours, ours + one.many - 5) - 1) limit 1);
      return;
    end if;
    if theirs + one.many > 20 and ours + one.many > 1 then
      return query select one.email, 'address elsewhere', 20, (select l.sent_at + interval '24 hours' from record.invitation_letter l where l.address = one.hash and l.sent_at > since order by l.sent_at offset greatest(0, least(theirs, theirs + one.many - 20) - 1) limit 1);
      return;
    end if;
  end loop;
end $$;

-- The only way to an invitation. Another one for the same address and the same organisation takes the place of the first: its link is dead.
create function record.invite(at uuid, address text, as_role text, of_name text, of_kind text, of_authority text, of_urn integer, of_part_of text, onward text, letter_words text, token bytea, moment timestamptz, ends timestamptz)
  returns table (refusal text, at_most integer, until timestamptz) language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  if at is distinct from record.organisation_in_sight() or not coalesce(record.may_invite_as(kit.account(), at, as_role), false) then
    raise exception 'only leads and administrators invite, and only safeguarding leads appoint safeguarding leads' using errcode = 'insufficient_privilege';
  end if;
  if of_name is null and exists (select from record.account a join record.account_role r on r.account = a.id and r.organisation = at and r.role = as_role where a.email = address and a.closed_at is null) then
    return query select 'holds it', null::integer, null::timestamptz; return;
  end if;
  return query select l.refusal, l.at_most, l.until from record.invitation_limit(array[address], moment) l;
  if found then return; end if;
  delete from record.invitation i where i.organisation = at and i.email = address and coalesce(i.name, '') = coalesce(of_name, '') and i.used_at is null;
  insert into record.invitation (organisation, token_hash, email, name, kind, authority, urn, part_of, role, return_to, words, invited_by, created_at, expires_at)
  values (at, token, address, of_name, of_kind, of_authority, of_urn, of_part_of, as_role, onward, letter_words, kit.account(), moment, ends);
  delete from record.invitation_letter l where l.organisation = at and l.sent_at < moment - interval '48 hours';
  insert into record.invitation_letter (organisation, account, address, sent_at) values (at, kit.account(), sha256(convert_to(address, 'UTF8')), moment);
end $$;

-- Withdraws an invitation that was not used: whoever may invite as this, or may end what it would give.
create function record.withdraw_invitation(which uuid) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  here uuid := record.organisation_in_sight();
  found_role text;
begin
  select i.role into found_role from record.invitation i where i.id = which and i.organisation = here and i.used_at is null for update;
  if not found then return 'not there'; end if;
  if not coalesce(record.may_invite_as(kit.account(), here, found_role) or record.may_end(kit.account(), null, here, found_role), false) then return 'not allowed'; end if;
  delete from record.invitation i where i.id = which;
  return null;
end $$;

-- What an invitation offers; one into the inviter's own organisation is worth nothing once the inviter could not write it any more.
create or replace function record.invitation_for(token bytea, moment timestamptz)
  returns table (inviter text, email text, name text, kind text, has_account boolean)
  language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    select o.name, i.email, coalesce(i.name, o.name), coalesce(i.kind, o.kind), exists (select from record.account a where a.email = i.email and a.closed_at is null)
      from record.invitation i join record.organisation o on o.id = i.organisation
     where i.token_hash = token and i.used_at is null and i.expires_at > moment
       and (i.name is not null or i.invited_by is null or record.may_invite_as(i.invited_by, i.organisation, i.role));
end $$;

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
    if exists (select from record.organisation o where (invited.kind = 'authority' and o.kind = 'authority' and o.authority = invited.authority) or (invited.urn is not null and o.urn = invited.urn)
                or (o.kind = invited.kind and lower(o.name) = lower(invited.name) and o.part_of is not distinct from invited.part_of and o.authority is not distinct from invited.authority)) then
      return query select null::uuid, null::uuid, null::text, null::text, false, 'organisation known'; return;
    end if;
    home := new_organisation;
    while exists (select from record.organisation o where o.slug = free_slug) loop
      count := count + 1;
      free_slug := new_slug || '-' || count;
    end loop;
    insert into record.organisation (id, slug, name, kind, authority, urn, part_of) values (home, free_slug, invited.name, invited.kind, invited.authority, invited.urn, invited.part_of);
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

revoke all on function record.note_role_given(), record.needs_safeguarding(uuid), record.refuse_last(uuid, text), record.hold_last_role(), record.hold_last_account(), record.holds(uuid, uuid, text[]), record.may_invite_as(uuid, uuid, text),
  record.keeps_people(uuid, uuid), record.may_end(uuid, uuid, uuid, text), record.after_role(uuid, uuid, timestamptz), record.give_role(uuid, text, timestamptz), record.end_role(uuid, text, timestamptz), record.close_own_account(timestamptz),
  record.close_account(uuid, timestamptz), record.end_sessions(uuid, bytea), record.name_head(text, text, timestamptz), record.told_of_safeguarding(uuid), record.appointed_through(uuid), record.are_independent(uuid, uuid), record.head_is_independent(uuid, uuid),
  record.invitation_limit(text[], timestamptz), record.invite(uuid, text, text, text, text, text, integer, text, text, text, bytea, timestamptz, timestamptz), record.withdraw_invitation(uuid) from public;
grant execute on function record.keeps_people(uuid, uuid), record.give_role(uuid, text, timestamptz), record.end_role(uuid, text, timestamptz), record.close_own_account(timestamptz), record.end_sessions(uuid, bytea),
  record.name_head(text, text, timestamptz), record.told_of_safeguarding(uuid), record.invitation_limit(text[], timestamptz), record.invite(uuid, text, text, text, text, text, integer, text, text, text, bytea, timestamptz, timestamptz), record.withdraw_invitation(uuid) to kept_work;
