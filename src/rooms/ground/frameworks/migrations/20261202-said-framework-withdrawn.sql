-- Takes a framework that was withdrawn out of every list. While anybody stands in its register, the register's reference refuses it.
create function published.take_framework_out(of_slug text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from published.framework t where t.slug = of_slug and t.organisation = record.organisation_in_sight()) then
    raise exception 'this is not yours to withdraw' using errcode = 'insufficient_privilege';
  end if;
  delete from published.wording w where w.framework = of_slug;
  delete from published.ask a where a.framework = of_slug;
  delete from published.theme t where t.framework = of_slug;
  delete from published.framework f where f.slug = of_slug;
end $$;
revoke execute on function published.take_framework_out(text) from public;
grant execute on function published.take_framework_out(text) to kept_work;
