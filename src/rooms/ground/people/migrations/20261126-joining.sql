-- An organisation may be a council, a school, a trust, a programme or a group of young people; who it is in the registers
-- (GSS code, URN) is known where it has a number. Sources: reference listening 6.1 ("Org"); mission 2.
alter table record.organisation
  add column kind text not null default 'association' constraint organisation_kind_known check (kind in ('association', 'programme', 'authority', 'school', 'trust', 'group')),
  -- The authority that it is, or in whose area it works.
  add column authority text,
  -- Of a school or setting.
  add column urn integer,
  -- Slug of the organisation that a group of young people belongs to.
  add column part_of text;
create unique index organisation_one_for_authority on record.organisation (authority) where kind = 'authority';
create unique index organisation_one_for_school on record.organisation (urn) where urn is not null;

-- What readers may know of an organisation; a row appears with the first thing that it publishes.
create table published.organisation (
  id uuid primary key,
  slug text not null constraint published_organisation_slug_free unique,
  name text not null,
  kind text not null,
  authority text,
  urn integer,
  part_of text
);
grant select on published.organisation to kept_public, kept_work;
grant insert, update on published.organisation to kept_work;
alter table published.organisation enable row level security;
create policy shared on published.organisation to kept_public, kept_work using (true) with check (id = record.organisation_in_sight());

-- Tables of one organisation, and tables of two: whose the row is, and whom it is also about.
create procedure record.guard_organisation(name text) language plpgsql as $$
begin
  execute format('alter table record.%I enable row level security', name);
  execute format('create policy inside on record.%I to kept_work using (organisation = record.organisation_in_sight())', name);
end $$;
create procedure record.guard_both(name text, other text) language plpgsql as $$
begin
  execute format('alter table record.%I enable row level security', name);
  execute format('create policy inside on record.%I to kept_work using (organisation = record.organisation_in_sight() or %I = record.organisation_in_sight())', name, other);
end $$;

-- Ids only: the work of a day goes from organisation to organisation.
create function record.organisation_ids() returns setof uuid language sql stable security definer set search_path = pg_catalog
  begin atomic
    select id from record.organisation;
  end;
grant execute on function record.organisation_ids() to kept_work;

-- A lead acts in the name of an organisation: signs, promises, offers.
alter table record.account_role drop constraint account_role_known;
alter table record.account_role add constraint account_role_known check (role in ('administrator', 'clerk', 'author', 'member', 'lead'));

-- Which of several organisations an account works in at present; null for its first.
alter table kit.session add column organisation uuid;

-- A letter that lets somebody in as the lead of an organisation that is new here, or as a colleague in one's own.
create table record.invitation (
  organisation uuid not null references record.organisation,
  token_hash bytea not null constraint invitation_pk primary key constraint invitation_token_is_sha256 check (octet_length(token_hash) = 32),
  email text not null constraint invitation_email_lower check (email = lower(email)),
  -- Null where the invited joins the inviting organisation itself.
  name text,
  kind text constraint invitation_kind_known check (kind in ('association', 'programme', 'authority', 'school', 'trust', 'group')),
  authority text,
  urn integer,
  part_of text,
  role text not null constraint invitation_role_known check (role in ('lead', 'clerk', 'author', 'member')),
  constraint invitation_names_whom check ((name is null) = (kind is null) and (name is null or role = 'lead')),
  return_to text not null,
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- The organisation that it came to.
  joined uuid
);
create index invitation_by_organisation on record.invitation (organisation, created_at);
call record.guard_organisation('invitation');
grant select, insert on record.invitation to kept_work;

-- Nobody is signed in yet who could see the row: these two functions show and use exactly the invitation whose token is held.
create function record.invitation_for(token bytea, moment timestamptz)
  returns table (inviter text, email text, name text, kind text, has_account boolean)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select o.name, i.email, coalesce(i.name, o.name), coalesce(i.kind, o.kind),
           exists (select from record.account a where a.email = i.email and a.closed_at is null)
      from record.invitation i join record.organisation o on o.id = i.organisation
     where i.token_hash = token and i.used_at is null and i.expires_at > moment;
  end;

-- Uses the invitation up: makes the organisation if it is to be a new one, the account if there is none, and the role. An
-- organisation that is here already is never joined by another's invitation: that would hand its workspace to whoever was invited.
create function record.join_by(token bytea, person text, new_organisation uuid, new_slug text, new_account uuid, moment timestamptz)
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
  if not found then
    return query select null::uuid, null::uuid, null::text, null::text, false, 'link not good'; return;
  end if;
  if exists (select from record.account a where a.email = invited.email and a.closed_at is not null) then
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
  select a.id into held from record.account a where a.email = invited.email and a.closed_at is null;
  if held is null then
    held := new_account;
    made := true;
    insert into record.account (id, email, name, persona, created_at, closed_at) values (held, invited.email, person, null, moment, null);
  end if;
  insert into record.account_role (account, organisation, board, role) values (held, home, null, invited.role) on conflict on constraint account_role_once do nothing;
  update record.invitation i set used_at = moment, joined = home where i.token_hash = token;
  return query select held, home, invited.role, invited.return_to, made, null::text;
end $$;
grant execute on function record.invitation_for(bytea, timestamptz), record.join_by(bytea, text, uuid, text, uuid, timestamptz) to kept_work;

-- Names of the organisations in which the account that asks holds a role; a session sees the rows of one of them only.
create function record.workplaces(asked uuid) returns table (id uuid, name text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select o.id, o.name from record.organisation o
     where asked = kit.account() and exists (select from record.account_role held where held.account = asked and held.organisation = o.id);
  end;
grant execute on function record.workplaces(uuid) to kept_work;
