-- Networks and events of an organisation whose claim is rejected end, with the reason; what it said of schools is gone.
create function record.ends_networks_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  why text := 'The organisation is not who it says it is. ' || new.rejected_because;
begin
  update record.event e set state = 'cancelled', reason = why, sequence = e.sequence + 1 where e.organisation = new.id and e.state <> 'cancelled' and e.day >= new.rejected_on;
  update published.event e set state = 'cancelled', reason = why, sequence = e.sequence + 1 where e.organisation = new.id and e.state <> 'cancelled' and e.day >= new.rejected_on;
  update record.network n set closed_on = new.rejected_on, reason = why where n.organisation = new.id and n.closed_on is null;
  update published.network n set closed_on = new.rejected_on, reason = why where n.organisation = new.id and n.closed_on is null;
  delete from published.award a where a.organisation = new.id;
  return null;
end $$;
revoke all on function record.ends_networks_of_rejected() from public;
create trigger ends_networks_of_rejected after update of rejected_on on record.organisation for each row when (new.rejected_on is not null and old.rejected_on is null) execute function record.ends_networks_of_rejected();
