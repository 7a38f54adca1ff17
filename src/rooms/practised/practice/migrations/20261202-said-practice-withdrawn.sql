-- Takes a practice that was withdrawn off its page too: by its organisation, or by whoever cleared it.
create function published.take_practice_out(of_slug text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from published.practice t where t.slug = of_slug and record.organisation_in_sight() in (t.organisation, t.keeper)) then
    raise exception 'this is not yours to withdraw' using errcode = 'insufficient_privilege';
  end if;
  delete from published.practice_use u where u.practice = of_slug;
  delete from published.practice p where p.slug = of_slug;
end $$;
revoke execute on function published.take_practice_out(text) from public;
grant execute on function published.take_practice_out(text) to kept_work;
