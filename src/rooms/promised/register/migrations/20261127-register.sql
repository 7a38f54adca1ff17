-- The public register of a framework: who was invited, is interested, signed, lapsed, withdrew or was removed, and which level
-- its promises and practices have earned (reference listening 5.3). Nothing in it is a level or a lapse that somebody typed:
-- both are worked out from dates, so that no job has to come round for a badge to end.

-- An entry belongs to the framework's keeper and is also about its signatory; each may do to it only what is theirs (keep_register).
create table record.register_entry (
  organisation uuid not null references record.organisation,
  id uuid not null,
  framework text not null,
  slug text not null,
  -- The organisation here that signs; null until one of that name or number works in Kept.
  signatory uuid references record.organisation,
  constraint register_entry_not_of_its_keeper check (signatory <> organisation),
  kind text not null constraint register_entry_kind_known check (kind in ('authority', 'school', 'trust', 'group')),
  name text not null,
  -- The authority that it is, or in whose area it works.
  authority text,
  urn integer,
  constraint register_entry_has_its_number check ((kind <> 'authority' or authority is not null) and ((kind = 'school') = (urn is not null))),
  state text not null constraint register_entry_state_known check (state in ('invited', 'interested', 'signed', 'withdrawn', 'removed')),
  invited_on date,
  interested_on date,
  first_signed_on date,
  signed_on date,
  -- An adult signs in public: name and role are theirs to give.
  signed_by text,
  signed_role text,
  -- Who decided that the organisation signs, where that can be read, and when.
  mandate text,
  mandate_link text,
  mandate_on date,
  -- Of the framework.
  version integer,
  -- Keys of what is asked of its audience and was taken on.
  asks text[] not null default '{}',
  constraint register_entry_signed_whole check ((state in ('signed', 'withdrawn') and signatory is null) is false and (state <> 'signed' or signed_on is not null) and
    (signed_on is null or (first_signed_on is not null and signed_by is not null and signed_role is not null and mandate is not null and mandate_link is not null and mandate_on is not null and version is not null))),
  ended_on date,
  ended_by text,
  reason text,
  constraint register_entry_end_is_told check ((state in ('withdrawn', 'removed')) = (ended_on is not null and ended_by is not null and reason is not null)),
  -- What was done last; each number is one line of the history.
  event text not null constraint register_entry_event_known check (event in ('invited', 'interested', 'signed', 'renewed', 'reconfirmed', 'withdrawn', 'removed')),
  event_number integer not null,
  event_on date not null,
  primary key (organisation, id)
);
create unique index register_entry_slug_free on record.register_entry (framework, slug);
create unique index register_entry_once_for_authority on record.register_entry (framework, authority) where kind = 'authority';
create unique index register_entry_once_for_school on record.register_entry (framework, urn) where urn is not null;
create unique index register_entry_once_for_signatory on record.register_entry (framework, signatory) where signatory is not null;
create index register_entry_of_signatory on record.register_entry (signatory);
call record.guard_both('register_entry', 'signatory');
grant select, insert, update on record.register_entry to kept_work;

-- Whether an organisation here is the body that an entry names: by its official number, or by kind, name and area.
create function record.body_of(of_kind text, of_authority text, of_urn integer, of_name text) returns uuid
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select o.id from record.organisation o
     where o.kind = of_kind and case of_kind
       when 'authority' then o.authority = of_authority
       when 'school' then o.urn = of_urn
       else lower(o.name) = lower(of_name) and o.authority is not distinct from of_authority end
     order by o.id limit 1;
  end;
grant execute on function record.body_of(text, text, integer, text) to kept_work;

-- Who may do what to an entry. The keeper invites and removes and never signs; the signatory signs and withdraws, and nothing else.
create function record.keep_register() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := record.organisation_in_sight();
  is_signature_same boolean;
  is_allowed boolean := false;
begin
  if tg_op = 'INSERT' then
    is_allowed := new.event_number = 1 and new.organisation = (select f.organisation from published.framework f where f.slug = new.framework) and (
      (me = new.organisation and new.state in ('invited', 'interested') and new.signed_on is null and (new.signatory is null or new.signatory = record.body_of(new.kind, new.authority, new.urn, new.name)))
      or (me = new.signatory and new.state = 'signed' and new.signatory = record.body_of(new.kind, new.authority, new.urn, new.name)));
  else
    is_signature_same := (new.first_signed_on, new.signed_on, new.signed_by, new.signed_role, new.mandate, new.mandate_link, new.mandate_on, new.version, new.asks)
      is not distinct from (old.first_signed_on, old.signed_on, old.signed_by, old.signed_role, old.mandate, old.mandate_link, old.mandate_on, old.version, old.asks);
    is_allowed := (new.organisation, new.id, new.framework, new.slug, new.kind, new.name, new.authority, new.urn) is not distinct from (old.organisation, old.id, old.framework, old.slug, old.kind, old.name, old.authority, old.urn)
      and new.event_number in (old.event_number, old.event_number + 1)
      and case
        when me = old.organisation then is_signature_same
          and (new.signatory is not distinct from old.signatory or (old.signatory is null and new.signatory = record.body_of(new.kind, new.authority, new.urn, new.name)))
          and case new.state when 'removed' then old.state <> 'removed' when 'invited' then old.state <> 'signed' when 'interested' then old.state in ('invited', 'interested') else new.state = old.state end
        -- Takes the entry that is about it as its own (claim_entry): nothing else changes.
        when old.signatory is null then new.signatory = me and is_signature_same and new.state = old.state and new.event_number = old.event_number and me = record.body_of(new.kind, new.authority, new.urn, new.name)
        when me = old.signatory then new.signatory = me and (new.invited_on, new.interested_on) is not distinct from (old.invited_on, old.interested_on)
          and case new.state
            when 'signed' then old.state <> 'removed' and (old.first_signed_on is null or new.first_signed_on = old.first_signed_on)
            when 'withdrawn' then old.state = 'signed' and is_signature_same
            else false end
        else false end;
  end if;
  if is_allowed is not true then raise exception 'this is not yours to change in a register' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger register_entry_is_kept before insert or update on record.register_entry for each row execute function record.keep_register();

-- An organisation that joins Kept finds the entry that names it. It cannot see the entry before, so the database looks for it.
create function record.claim_entry(of_framework text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  me uuid := record.organisation_in_sight();
  found_id uuid;
begin
  select e.id into found_id from record.register_entry e where e.framework = of_framework and e.signatory = me;
  if found then return found_id; end if;
  update record.register_entry e set signatory = me
    from record.organisation o
   where o.id = me and e.framework = of_framework and e.signatory is null and e.kind = o.kind and me = record.body_of(e.kind, e.authority, e.urn, e.name)
  returning e.id into found_id;
  return found_id;
end $$;
grant execute on function record.claim_entry(text) to kept_work;

-- Somebody says that a body is interested. Seen by the keeper alone, and gone once the keeper has answered: an address is kept no longer.
create table record.register_interest (
  organisation uuid not null references record.organisation,
  id uuid not null,
  framework text not null,
  kind text not null constraint register_interest_kind_known check (kind in ('authority', 'school', 'trust', 'group')),
  name text not null,
  authority text,
  urn integer,
  email text not null,
  role text not null,
  said_on date not null,
  primary key (organisation, id)
);
create unique index register_interest_said_once on record.register_interest (framework, kind, lower(name), lower(email));
call record.guard_organisation('register_interest');
grant select, delete on record.register_interest to kept_work;

-- The form is open to everybody: this is all that it can do.
create function record.say_interest(new_id uuid, of_framework text, of_kind text, of_name text, of_authority text, of_urn integer, of_email text, of_role text, today date) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  insert into record.register_interest (organisation, id, framework, kind, name, authority, urn, email, role, said_on)
  select f.organisation, new_id, f.slug, of_kind, of_name, of_authority, of_urn, lower(of_email), of_role, today from published.framework f where f.slug = of_framework
  on conflict do nothing;
  return found;
end $$;
grant execute on function record.say_interest(uuid, text, text, text, text, integer, text, text, date) to kept_work;

-- Letters before and on the day of lapsing: each once for each day that it is about.
create table record.register_letter (
  organisation uuid not null references record.organisation,
  framework text not null,
  kind text not null constraint register_letter_kind_known check (kind in ('60 days', '30 days', '7 days', 'lapsed')),
  about date not null,
  sent_on date not null,
  constraint register_letter_once primary key (organisation, framework, kind, about)
);
call record.guard_organisation('register_letter');
grant select, insert on record.register_letter to kept_work;

-- What readers see. No gate may write here: rows are drawn from the record, and the dates of the levels are worked out.
create table published.register_entry (
  framework text not null references published.framework,
  slug text not null,
  keeper uuid not null,
  -- The signatory.
  organisation uuid,
  organisation_slug text,
  kind text not null,
  name text not null,
  folded text not null,
  authority text,
  urn integer,
  state text not null,
  invited_on date,
  interested_on date,
  first_signed_on date,
  signed_on date,
  -- The same rule as lapsesOn() of register/rules.ts: it counts for 24 months.
  lapses_on date generated always as ((signed_on + interval '24 months')::date) stored,
  signed_by text,
  signed_role text,
  mandate text,
  mandate_link text,
  mandate_on date,
  version integer,
  asks text[] not null,
  ended_on date,
  ended_by text,
  reason text,
  -- The last day on which there is: a promise that counts under every promised theme; a promise kept with evidence shown in
  -- the last 12 months; a practice published in the last 12 months; a promise confirmed by young people in the last 12 months.
  acting_until date,
  shown_until date,
  practised_until date,
  confirmed_until date,
  showing_until date generated always as (case when acting_until is not null and shown_until is not null and practised_until is not null then least(acting_until, shown_until, practised_until) end) stored,
  heard_until date generated always as (case when acting_until is not null and shown_until is not null and practised_until is not null and confirmed_until is not null then least(acting_until, shown_until, practised_until, confirmed_until) end) stored,
  primary key (framework, slug)
);
create index register_entry_by_name on published.register_entry (framework, folded, slug);
create index register_entry_by_kind on published.register_entry (framework, kind, folded, slug);
create index register_entry_by_area on published.register_entry (framework, authority, folded, slug);
create index register_entry_by_urn on published.register_entry (urn) where urn is not null;
create index register_entry_by_organisation on published.register_entry (organisation, framework) where organisation is not null;
-- Overdue promises are counted beside every register.
create index promise_overdue on published.promise (framework, due, organisation) where state in ('agreed', 'under way');

create table published.register_event (
  framework text not null,
  slug text not null,
  position integer not null,
  day date not null,
  kind text not null,
  -- EventDetail of register/words.ts.
  detail jsonb not null,
  primary key (framework, slug, position),
  foreign key (framework, slug) references published.register_entry
);
create trigger register_event_is_append_only before update or delete on published.register_event for each row execute function kit.refuse_change();
create trigger register_event_is_never_emptied before truncate on published.register_event for each statement execute function kit.refuse_change();
grant select on published.register_entry, published.register_event to kept_public, kept_work;

-- The same rules as standingOf() and levelOf() of register/rules.ts; a test compares them.
create function published.register_standing(state text, lapses_on date, today date) returns text
  language sql immutable parallel safe
  return case when state <> 'signed' then state when today >= lapses_on then 'lapsed' when today >= lapses_on - 60 then 'renewal due' else 'signed' end;
create function published.register_level(state text, lapses_on date, acting_until date, showing_until date, heard_until date, today date) returns text
  language sql immutable parallel safe
  return case when state <> 'signed' or today >= lapses_on then null when today <= heard_until then 'heard' when today <= showing_until then 'showing' when today <= acting_until then 'acting' else 'signed' end;
grant execute on function published.register_standing(text, date, date), published.register_level(text, date, date, date, date, date) to kept_public, kept_work;

-- What an organisation has earned under a framework, from what it has published; the same rule as factsOf() of register/rules.ts.
create function published.register_facts(of_framework text, of_organisation uuid, out acting_until date, out shown_until date, out practised_until date, out confirmed_until date)
  language sql stable set search_path = pg_catalog
  begin atomic
    select
      (select case when count(*) = count(best) then min(best) end
         from (select (select max(p.counts_until) from published.promise p where p.organisation = of_organisation and p.framework = of_framework and p.theme = t.key) as best
                 from published.theme t where t.framework = of_framework and t.promised) promised),
      (select max((p.kept_on + interval '12 months')::date) from published.promise p where p.organisation = of_organisation and p.framework = of_framework and p.state = 'kept' and p.evidence in ('shown', 'confirmed')),
      (select max((q.published_on + interval '12 months')::date) from published.practice q where q.organisation = of_organisation and q.state = 'published' and exists (select from unnest(q.themes) theme where starts_with(theme, of_framework || ' '))),
      (select max((p.confirmed_on + interval '12 months')::date) from published.promise p where p.organisation = of_organisation and p.framework = of_framework);
  end;

-- Whatever is written into an entry, its level comes from here.
create function published.earn_level() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if new.organisation is null then
    new.acting_until := null; new.shown_until := null; new.practised_until := null; new.confirmed_until := null;
  else
    select f.acting_until, f.shown_until, f.practised_until, f.confirmed_until into new.acting_until, new.shown_until, new.practised_until, new.confirmed_until from published.register_facts(new.framework, new.organisation) f;
  end if;
  return new;
end $$;
create trigger register_entry_level_is_earned before insert or update on published.register_entry for each row execute function published.earn_level();

-- Promises, practices and themes change what was earned. The rows are touched and earn_level() works it out.
create function published.follow_promise() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if tg_op <> 'INSERT' then update published.register_entry e set framework = e.framework where e.organisation = old.organisation and e.framework = old.framework; end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and (new.organisation, new.framework) is distinct from (old.organisation, old.framework)) then
    update published.register_entry e set framework = e.framework where e.organisation = new.organisation and e.framework = new.framework;
  end if;
  return null;
end $$;
create trigger promise_earns_a_level after insert or delete or update of organisation, framework, theme, state, due, kept_on, evidence, confirmed_on on published.promise for each row execute function published.follow_promise();

create function published.follow_practice() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update published.register_entry e set framework = e.framework where e.organisation in (case when tg_op <> 'INSERT' then old.organisation end, case when tg_op <> 'DELETE' then new.organisation end);
  return null;
end $$;
create trigger practice_earns_a_level after insert or delete or update of organisation, state, published_on, themes on published.practice for each row execute function published.follow_practice();

create function published.follow_themes() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update published.register_entry e set framework = e.framework where e.organisation is not null and e.framework in (select framework from drawn);
  return null;
end $$;
create trigger theme_asks_for_promises after insert on published.theme referencing new table as drawn for each statement execute function published.follow_themes();

-- Draws what readers may know: no address, no account.
create function record.draw_register() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  short text;
begin
  select o.slug into short from record.organisation o where o.id = new.signatory;
  insert into published.register_entry as e (framework, slug, keeper, organisation, organisation_slug, kind, name, folded, authority, urn, state, invited_on, interested_on, first_signed_on, signed_on, signed_by, signed_role, mandate, mandate_link, mandate_on, version, asks, ended_on, ended_by, reason)
  values (new.framework, new.slug, new.organisation, new.signatory, short, new.kind, new.name, lower(extension.unaccent(new.name)), new.authority, new.urn, new.state, new.invited_on, new.interested_on, new.first_signed_on, new.signed_on, new.signed_by, new.signed_role, new.mandate, new.mandate_link, new.mandate_on, new.version, new.asks, new.ended_on, new.ended_by, new.reason)
  on conflict (framework, slug) do update set
    organisation = excluded.organisation, organisation_slug = excluded.organisation_slug, state = excluded.state, invited_on = excluded.invited_on, interested_on = excluded.interested_on,
    first_signed_on = excluded.first_signed_on, signed_on = excluded.signed_on, signed_by = excluded.signed_by, signed_role = excluded.signed_role, mandate = excluded.mandate, mandate_link = excluded.mandate_link,
    mandate_on = excluded.mandate_on, version = excluded.version, asks = excluded.asks, ended_on = excluded.ended_on, ended_by = excluded.ended_by, reason = excluded.reason;
  if tg_op = 'INSERT' or new.event_number <> old.event_number then
    insert into published.register_event (framework, slug, position, day, kind, detail)
    values (new.framework, new.slug, new.event_number, new.event_on, new.event, jsonb_strip_nulls(case
      when new.event in ('signed', 'renewed', 'reconfirmed') then jsonb_build_object('by', new.signed_by, 'role', new.signed_role, 'mandate', new.mandate, 'link', new.mandate_link, 'version', new.version)
      when new.event in ('withdrawn', 'removed') then jsonb_build_object('by', new.ended_by, 'reason', new.reason)
      else '{}' end));
  end if;
  return null;
end $$;
create trigger register_entry_is_drawn after insert or update on record.register_entry for each row execute function record.draw_register();
