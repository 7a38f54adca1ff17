-- Offers of an organisation whose claim is rejected end, with the reason; what it said of others is gone.
create function record.ends_offers_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  why text := 'The organisation is not who it says it is. ' || new.rejected_because;
begin
  update record.offer f set state = 'ended', ended_on = new.rejected_on, ended_reason = why where f.organisation = new.id and f.state = 'live';
  update published.offer f set state = 'ended', ended_on = new.rejected_on, ended_reason = why where f.organisation = new.id and f.state = 'live';
  delete from published.coverage c where c.organisation = new.id;
  return null;
end $$;
revoke all on function record.ends_offers_of_rejected() from public;
create trigger ends_offers_of_rejected after update of rejected_on on record.organisation for each row when (new.rejected_on is not null and old.rejected_on is null) execute function record.ends_offers_of_rejected();
