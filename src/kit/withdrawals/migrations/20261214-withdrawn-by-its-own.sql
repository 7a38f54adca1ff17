-- Whoever withdraws or ends something is whose it is, and the addresses that go are its own (docs/decisions/0023). Pages and functions decided that;
-- a row of one organisation could all the same stand at an address of another, and its page said that it was withdrawn.

-- The address of a page by its parts, written as the corridor writes it (encodeURIComponent).
create function published.address(variadic parts text[]) returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
begin
  return (
    select string_agg('/' || coalesce((
      select string_agg(case when sign ~ '^[A-Za-z0-9_.!~*''()-]$' then sign else regexp_replace(upper(encode(convert_to(sign, 'UTF8'), 'hex')), '(..)', '%\1', 'g') end, '' order by place)
        from regexp_split_to_table(part, '') with ordinality as signs (sign, place)), ''), '' order by at)
      from unnest(parts) with ordinality as them (part, at));
end $$;

-- A kind of which no room has said whose it is goes nowhere.
create function published.refuse_unknown_kind() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Without an organisation in sight no gate gets past the policy: that is the owner of the installation.
  if nullif(current_setting('kept.organisation', true), '') is null
     or exists (select from pg_trigger t where t.tgrelid = tg_relid and t.tgname = 'by_its_own_' || new.kind) then return new; end if;
  raise exception 'nobody has said whose % is', new.kind using errcode = 'insufficient_privilege';
end $$;
create trigger a_known_kind before insert on published.withdrawal for each row execute function published.refuse_unknown_kind();
create trigger a_known_kind before insert on published.ending for each row execute function published.refuse_unknown_kind();

-- Takes two questions with the subject as $1: whose it is, and at which addresses it stands. What has only an end has no address.
create function published.only_by_its_own() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  me uuid := nullif(current_setting('kept.organisation', true), '')::uuid;
  given text := to_jsonb(new) ->> 'address';
  is_so boolean;
begin
  if me is null then return new; end if;
  execute format('select exists (select from (%s) as them (organisation) where organisation = $2)', tg_argv[0]) using new.subject, me into is_so;
  if is_so and given is not null and not exists (select from published.publication p where p.kind = new.kind and p.subject = new.subject and given = '/publications/' || p.id) then
    execute format('select exists (select from (%s) as them (address) where $2 = address or starts_with($2, address || ''/''))', tg_argv[1]) using new.subject, given into is_so;
  end if;
  if is_so then return new; end if;
  raise exception 'what is published is withdrawn or ended by whose it is, at its own addresses' using errcode = 'insufficient_privilege';
end $$;
revoke execute on function published.refuse_unknown_kind(), published.only_by_its_own() from public;

-- Each room says it of its kinds.
create procedure published.withdrawn_by_its_own(of_kind text, whose text, stands text) language plpgsql as $$
begin
  execute format('create trigger %I before insert on published.withdrawal for each row when (new.kind = %L) execute function published.only_by_its_own(%L, %L)', 'by_its_own_' || of_kind, of_kind, whose, stands);
  execute format('create trigger %I before insert on published.ending for each row when (new.kind = %L) execute function published.only_by_its_own(%L, %L)', 'by_its_own_' || of_kind, of_kind, whose, stands);
end $$;

-- Whose it is was said when the withdrawal was written: the journal is no proof of it here, for whoever withdraws may not have been the one who published.
create or replace function published.empty_withdrawn(of_kind text, of_subject text, only_version integer, today date) returns table (id uuid, version integer)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  me uuid := nullif(current_setting('kept.organisation', true), '')::uuid;
  gone uuid[];
begin
  if not exists (select from published.withdrawal w where w.kind = of_kind and w.subject = of_subject and w.organisation = me and w.version is not distinct from only_version) then
    raise exception 'a publication is withdrawn by whose it is' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(p.id) into gone from published.publication p
   where p.kind = of_kind and p.subject = of_subject and p.withdrawn_on is null and (only_version is null or p.version = only_version);
  if gone is null then return; end if;
  delete from published.passage d where d.publication = any(gone);
  delete from published.decision d where d.publication = any(gone);
  delete from published.action d where d.publication = any(gone);
  delete from published.person d where d.publication = any(gone);
  delete from published.board d where d.publication = any(gone);
  update published.meeting m set
    pack = case when m.pack = any(gone) then null else m.pack end,
    minutes = case when m.minutes = any(gone) then null else m.minutes end,
    state = case when m.state not in ('minutes published', 'agenda published') then m.state
                 when m.minutes is not null and m.minutes <> all(gone) then 'minutes published'
                 when m.pack is not null and m.pack <> all(gone) then 'agenda published' else 'planned' end,
    changed_at = now()
    where m.pack = any(gone) or m.minutes = any(gone);
  update published.publication p set withdrawn_on = today, title = '', content = '', html = '', pdf = null, pages = null, changes = null where p.id = any(gone);
  update published.publication p set changes = null where p.previous = any(gone) and p.changes is not null;
  return query select p.id, p.version from published.publication p where p.id = any(gone);
end $$;
