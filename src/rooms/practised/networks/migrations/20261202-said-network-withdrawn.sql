-- Takes a network that was withdrawn, with its events, out of every list and calendar.
create function published.take_network_out(of_slug text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from published.network t where t.slug = of_slug and t.organisation = record.organisation_in_sight()) then
    raise exception 'this is not yours to withdraw' using errcode = 'insufficient_privilege';
  end if;
  delete from published.event e where e.network = (select n.id from published.network n where n.slug = of_slug);
  delete from published.network_member m where m.network = (select n.id from published.network n where n.slug = of_slug);
  delete from published.network n where n.slug = of_slug;
end $$;
revoke execute on function published.take_network_out(text) from public;
grant execute on function published.take_network_out(text) to kept_work;

-- Takes an event that was withdrawn out of every list and calendar.
create function published.take_event_out(of_event uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from published.event e where e.id = of_event and e.organisation = record.organisation_in_sight();
  if not found then raise exception 'this is not yours to withdraw' using errcode = 'insufficient_privilege'; end if;
end $$;
revoke execute on function published.take_event_out(uuid) from public;
grant execute on function published.take_event_out(uuid) to kept_work;
