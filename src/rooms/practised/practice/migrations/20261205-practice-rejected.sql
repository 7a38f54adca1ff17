-- What an organisation told whose claim is rejected leaves the library and the search; its page gives the reason.
create function record.ends_practices_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  why text := 'The organisation is not who it says it is. ' || new.rejected_because;
  who constant text := 'Whoever runs this site';
begin
  delete from published.passage d using published.publication p join published.practice t on t.slug = p.subject where p.kind = 'practice' and d.publication = p.id and t.organisation = new.id;
  update published.practice t set state = 'withdrawn', withdrawn_on = new.rejected_on, withdrawn_by = who, reason = why where t.organisation = new.id and t.state = 'published';
  return null;
end $$;
revoke all on function record.ends_practices_of_rejected() from public;
create trigger ends_practices_of_rejected after update of rejected_on on record.organisation for each row when (new.rejected_on is not null and old.rejected_on is null) execute function record.ends_practices_of_rejected();
