-- Takes a charter that was withdrawn out of every list.
create function published.take_charter_out(of_slug text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from published.charter t where t.slug = of_slug and t.organisation = record.organisation_in_sight()) then
    raise exception 'this is not yours to withdraw' using errcode = 'insufficient_privilege';
  end if;
  delete from published.charter_clause c where c.charter = of_slug;
  delete from published.charter c where c.slug = of_slug;
end $$;
revoke execute on function published.take_charter_out(text) from public;
grant execute on function published.take_charter_out(text) to kept_work;
