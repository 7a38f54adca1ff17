-- Networks: organisations that learn from each other, and their events (seed page 26; reference listening 6.3); and the
-- take-up of the Rights Respecting Schools Award, school by school (seed pages 20 and 21, the asks; reference 5.1).
create table record.network (
  -- The host.
  organisation uuid not null references record.organisation,
  id uuid not null constraint network_once unique,
  slug text not null constraint network_slug_free unique,
  kind text not null constraint network_kind_known check (kind in ('learning partnership', 'steering group')),
  name text not null,
  purpose text not null,
  -- Each "framework theme".
  themes text[] not null,
  -- GSS code of its area.
  authority text,
  terms text,
  -- A role, never a name.
  chair text,
  -- Slug of a published board.
  board text,
  founded_on date not null,
  closed_on date,
  reason text,
  changed_at timestamptz not null,
  primary key (organisation, id),
  constraint network_end_is_told check ((closed_on is null) = (reason is null)),
  constraint network_steering_group_says_what_it_may check (kind <> 'steering group' or (terms is not null and chair is not null))
);
call record.guard_organisation('network');
grant select, insert, update on record.network to kept_work;

create table record.network_member (
  organisation uuid not null,
  network uuid not null,
  member uuid not null references record.organisation,
  state text not null constraint network_member_state_known check (state in ('invited', 'asked', 'joined', 'declined', 'refused', 'left', 'removed')),
  role text,
  reason text,
  since date not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation, network, member),
  constraint network_member_end_has_reason check (state not in ('refused', 'removed') or reason is not null),
  foreign key (organisation, network) references record.network (organisation, id)
);
create index network_member_of on record.network_member (member, network);
call record.guard_both('network_member', 'member');
grant select, insert, update on record.network_member to kept_work;

-- A letter of the host led this organisation into Kept, and named the network: it has been invited already.
create function record.was_invited_to(host uuid, path text) returns boolean language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select from record.invitation i where i.organisation = host and i.joined = record.organisation_in_sight() and i.return_to = path);
  end;
grant execute on function record.was_invited_to(uuid, text) to kept_work;

-- Both sides see the row; this says what each may do to it, whatever a page tries. An organisation joins, declines and leaves
-- by itself; the host invites, admits, refuses and removes. The host is a member of its own network.
create function record.keep_membership() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  me uuid := record.organisation_in_sight();
  was text := case when tg_op = 'UPDATE' then old.state end;
begin
  if tg_op = 'UPDATE' and (new.organisation, new.network, new.member) is distinct from (old.organisation, old.network, old.member) then
    raise exception 'a membership stays with its network and its organisation' using errcode = 'insufficient_privilege';
  end if;
  if new.member = new.organisation then
    if new.organisation is distinct from me or new.state <> 'joined' then
      raise exception 'the host is a member of its own network' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and new.state = old.state then
    if new.organisation is distinct from me then
      raise exception 'only the host says what a member does' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.organisation = me and (
       (new.state = 'invited' and (was is null or was in ('declined', 'refused', 'left', 'removed')))
    or (new.state in ('joined', 'refused') and was = 'asked')
    or (new.state = 'removed' and was in ('joined', 'invited'))) then
    return new;
  end if;
  if new.member = me and (
       (new.state = 'asked' and (was is null or was in ('declined', 'left')))
    or (new.state = 'joined' and was = 'invited')
    or (new.state = 'joined' and was is null and exists (select from published.network n where n.id = new.network and record.was_invited_to(new.organisation, '/work/networks/join?network=' || n.slug)))
    or (new.state = 'declined' and was in ('invited', 'asked'))
    or (new.state = 'left' and was = 'joined')) then
    return new;
  end if;
  raise exception 'this side may not do that to a membership' using errcode = 'insufficient_privilege';
end $$;
create trigger network_membership_is_kept before insert or update on record.network_member for each row execute function record.keep_membership();

create table record.event (
  organisation uuid not null,
  network uuid not null,
  id uuid not null,
  slug text not null,
  title text not null,
  about text not null,
  day date not null,
  starts text not null,
  ends text not null,
  place text,
  is_online boolean not null,
  link text,
  link_for text not null constraint event_link_for_known check (link_for in ('members', 'everybody')),
  audience text not null,
  access text not null,
  state text not null constraint event_state_known check (state in ('planned', 'cancelled')),
  reason text,
  sequence integer not null,
  changed_at timestamptz not null,
  primary key (organisation, id),
  constraint event_slug_free unique (organisation, network, slug),
  constraint event_cancelled_has_reason check ((state = 'cancelled') = (reason is not null)),
  constraint event_is_somewhere check (place is not null or is_online),
  foreign key (organisation, network) references record.network (organisation, id)
);
call record.guard_organisation('event');
grant select, insert, update on record.event to kept_work;

-- Links that only members are shown: asked by a member, who does not see the host's rows.
create function record.event_links(asked uuid) returns table (event uuid, link text) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select e.id, e.link from record.event e
     where e.network = asked and e.link is not null and e.state = 'planned'
       and exists (select from record.network_member m where m.network = asked and m.member = record.organisation_in_sight() and m.state = 'joined');
  end;
grant execute on function record.event_links(uuid) to kept_work;

-- Names of those who are invited or asked to join: an organisation that has published nothing is known to nobody else.
create function record.network_people(asked uuid) returns table (member uuid, slug text, name text, kind text) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select o.id, o.slug, o.name, o.kind from record.network_member m join record.organisation o on o.id = m.member
     where m.network = asked and record.organisation_in_sight() in (m.organisation, m.member);
  end;
grant execute on function record.network_people(uuid) to kept_work;

create table published.network (
  organisation uuid not null,
  organisation_slug text not null,
  organisation_name text not null,
  id uuid primary key,
  slug text not null constraint published_network_slug_free unique,
  kind text not null,
  name text not null,
  purpose text not null,
  themes text[] not null,
  authority text,
  terms text,
  chair text,
  board text,
  founded_on date not null,
  closed_on date,
  reason text,
  changed_at timestamptz not null,
  members integer not null default 0
);
create index published_network_by_name on published.network (name, slug);
grant select on published.network to kept_public, kept_work;
grant insert, update on published.network to kept_work;
alter table published.network enable row level security;
create policy shared on published.network to kept_public, kept_work using (true) with check (organisation = record.organisation_in_sight());

-- Drawn by the database alone: neither side could write the other's.
create table published.network_member (
  network uuid not null references published.network,
  member uuid not null,
  slug text not null,
  name text not null,
  kind text not null,
  role text,
  since date not null,
  primary key (network, member)
);
create index published_network_member_of on published.network_member (member);
grant select on published.network_member to kept_public, kept_work;

create function record.show_membership() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.state = 'joined' then
    insert into published.network_member (network, member, slug, name, kind, role, since)
      select new.network, o.id, o.slug, o.name, o.kind, new.role, new.since from record.organisation o where o.id = new.member
      on conflict (network, member) do update set (slug, name, role, since) = (excluded.slug, excluded.name, excluded.role, excluded.since);
  else
    delete from published.network_member shown where shown.network = new.network and shown.member = new.member;
  end if;
  update published.network n set members = (select count(*) from published.network_member m where m.network = new.network) where n.id = new.network;
  return null;
end $$;
create trigger network_membership_is_shown after insert or update on record.network_member for each row execute function record.show_membership();

create table published.event (
  organisation uuid not null,
  network uuid not null references published.network,
  network_slug text not null,
  network_name text not null,
  id uuid primary key,
  slug text not null,
  title text not null,
  about text not null,
  day date not null,
  starts text not null,
  ends text not null,
  place text,
  is_online boolean not null,
  -- Only where everybody may have it.
  link text,
  members_link boolean not null,
  audience text not null,
  access text not null,
  state text not null,
  reason text,
  sequence integer not null,
  changed_at timestamptz not null,
  constraint published_event_slug_free unique (network, slug)
);
create index published_event_by_day on published.event (network, day);
create index published_event_coming on published.event (day, starts);
grant select on published.event to kept_public, kept_work;
grant insert, update on published.event to kept_work;
alter table published.event enable row level security;
create policy shared on published.event to kept_public, kept_work using (true) with check (organisation = record.organisation_in_sight());

-- Who may say how a school stands: the authority in whose area it is, and a programme, which works in all.
create function record.may_say_award(asked integer) returns boolean language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select from record.organisation o, published.school s where o.id = record.organisation_in_sight() and s.urn = asked
                    and (o.kind = 'programme' or (o.kind = 'authority' and o.authority = s.authority)));
  end;
grant execute on function record.may_say_award(integer) to kept_work;

-- Everything that was ever said; a null stage takes back what was said before.
create table record.award (
  organisation uuid not null references record.organisation,
  id uuid not null,
  urn integer not null,
  stage text constraint award_stage_known check (stage in ('registered', 'bronze', 'silver', 'gold')),
  since date not null,
  source text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (organisation, id)
);
create index award_of_school on record.award (urn, recorded_at);
alter table record.award enable row level security;
create policy inside on record.award to kept_work using (organisation = record.organisation_in_sight()) with check (organisation = record.organisation_in_sight() and record.may_say_award(urn));
grant select, insert on record.award to kept_work;

-- How each school stands, as it was said last.
create table published.award (
  urn integer primary key references published.school,
  organisation uuid not null,
  organisation_name text not null,
  stage text not null constraint published_award_stage_known check (stage in ('registered', 'bronze', 'silver', 'gold')),
  since date not null,
  -- The same rule as awardExpires() of networks/rules.ts: three years.
  expires date generated always as (case when stage in ('silver', 'gold') then (since + interval '36 months')::date end) stored,
  source text not null,
  recorded_on date not null
);
grant select on published.award to kept_public, kept_work;
grant insert, update, delete on published.award to kept_work;
alter table published.award enable row level security;
create policy shared on published.award for select to kept_public, kept_work using (true);
create policy said on published.award for insert to kept_work with check (organisation = record.organisation_in_sight() and record.may_say_award(urn));
create policy changed on published.award for update to kept_work using (record.may_say_award(urn)) with check (organisation = record.organisation_in_sight() and record.may_say_award(urn));
create policy taken_back on published.award for delete to kept_work using (record.may_say_award(urn));
