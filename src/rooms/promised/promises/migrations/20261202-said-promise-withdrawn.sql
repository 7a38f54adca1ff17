-- The history of a promise only grows, except where the promise was withdrawn as published by mistake: then all of it goes from readers.
create function published.refuse_change_of_history() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' and exists (select from published.withdrawal w join published.promise p on p.slug = w.subject where w.kind = 'promise' and p.id = old.promise) then
    return old;
  end if;
  raise exception '% is append-only: % refused', tg_table_schema || '.' || tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end $$;
drop trigger promise_event_is_append_only on published.promise_event;
create trigger promise_event_is_append_only before update or delete on published.promise_event for each row execute function published.refuse_change_of_history();

-- Takes a promise that was withdrawn out of every list, with what was said to it.
create function published.take_promise_out(of_slug text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from published.promise t where t.slug = of_slug and t.organisation = record.organisation_in_sight()) then
    raise exception 'this is not yours to withdraw' using errcode = 'insufficient_privilege';
  end if;
  delete from published.promise_event e using published.promise p where p.slug = of_slug and e.promise = p.id;
  delete from published.evidence e using published.promise p where p.slug = of_slug and e.promise = p.id;
  delete from published.confirmation c using published.promise p where p.slug = of_slug and c.promise = p.id;
  delete from published.suggestion s using published.promise p where p.slug = of_slug and s.promise = p.id;
  delete from published.promise p where p.slug = of_slug;
end $$;
revoke execute on function published.take_promise_out(text) from public;
grant execute on function published.take_promise_out(text) to kept_work;
