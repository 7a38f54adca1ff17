-- An entry of a register is withdrawn like everything else (docs/decisions/0023). Its own ends, "withdrew" and "removed", keep the history: what a
-- mandate or a reason should not have said stood there for good.
call published.withdrawn_by_its_own('register entry',
  $$select unnest(array[e.organisation, e.signatory]) from record.register_entry e where e.framework = split_part($1, '/', 1) and e.slug = split_part($1, '/', 2)$$,
  $$select published.address('frameworks', split_part($1, '/', 1), 'register', split_part($1, '/', 2))$$);

-- History only grows, but for an entry whose address says that it was withdrawn.
create function published.refuse_event_change() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' and exists (select from published.withdrawal w where w.kind = 'register entry' and w.subject = old.framework || '/' || old.slug) then return old; end if;
  raise exception '% is append-only: % refused', tg_table_schema || '.' || tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end $$;
revoke execute on function published.refuse_event_change() from public;
drop trigger register_event_is_append_only on published.register_event;
create trigger register_event_is_append_only before update or delete on published.register_event for each row execute function published.refuse_event_change();

create function published.take_entry_out(of_framework text, of_slug text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from record.register_entry e where e.framework = of_framework and e.slug = of_slug and record.organisation_in_sight() in (e.organisation, e.signatory)) then
    raise exception 'this is not yours to withdraw' using errcode = 'insufficient_privilege';
  end if;
  delete from published.register_event v where v.framework = of_framework and v.slug = of_slug;
  delete from published.register_entry p where p.framework = of_framework and p.slug = of_slug;
end $$;

-- It comes back at its address with a new signature, which takes the place of the one that was withdrawn; not with an invitation, which would show the
-- old one again.
create function published.take_entry_up(of_framework text, of_slug text) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if exists (select from record.register_entry e where e.framework = of_framework and e.slug = of_slug and e.signatory = record.organisation_in_sight() and e.state <> 'removed') then
    delete from published.withdrawal w where w.kind = 'register entry' and w.subject = of_framework || '/' || of_slug;
  end if;
end $$;
revoke execute on function published.take_entry_out(text, text), published.take_entry_up(text, text) from public;
grant execute on function published.take_entry_out(text, text), published.take_entry_up(text, text) to kept_work;

create function published.skip_withdrawn_entry() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from published.withdrawal w where w.kind = 'register entry' and w.subject = new.framework || '/' || new.slug) then return null; end if;
  return new;
end $$;
create trigger a_withdrawn_entry_stays_out before insert on published.register_entry for each row execute function published.skip_withdrawn_entry();
create trigger a_withdrawn_entry_stays_out before insert on published.register_event for each row execute function published.skip_withdrawn_entry();
revoke execute on function published.skip_withdrawn_entry() from public;
