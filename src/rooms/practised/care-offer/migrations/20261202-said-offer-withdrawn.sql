-- Takes an offer that was withdrawn out of every list and export. What was said of coverage stays, without leading to it.
create function published.take_offer_out(of_slug text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from published.offer t where t.slug = of_slug and t.organisation = record.organisation_in_sight()) then
    raise exception 'this is not yours to withdraw' using errcode = 'insufficient_privilege';
  end if;
  delete from published.offer_event e where e.offer = of_slug;
  update published.coverage c set offer = null, source = 'An offer that was withdrawn', source_url = null where c.offer = of_slug;
  delete from published.offer o where o.slug = of_slug;
end $$;
revoke execute on function published.take_offer_out(text) from public;
grant execute on function published.take_offer_out(text) to kept_work;
