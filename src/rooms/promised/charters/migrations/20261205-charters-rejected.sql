-- Charters of an organisation whose claim is rejected leave the lists and the search.
create function record.ends_charters_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from published.passage d using published.publication p join published.charter c on c.slug = p.subject where p.kind = 'charter' and d.publication = p.id and c.organisation = new.id;
  delete from published.charter_clause c where c.organisation = new.id;
  delete from published.charter c where c.organisation = new.id;
  return null;
end $$;
revoke all on function record.ends_charters_of_rejected() from public;
create trigger ends_charters_of_rejected after update of rejected_on on record.organisation for each row when (new.rejected_on is not null and old.rejected_on is null) execute function record.ends_charters_of_rejected();
