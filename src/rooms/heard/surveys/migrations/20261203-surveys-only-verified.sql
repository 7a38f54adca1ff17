-- What taking-part stops when a claim is rejected is stopped for those who see the survey too, with the reason.
create function record.note_ways_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update record.way_in w set stopped = 'withdrawn', stopped_on = new.rejected_on, stop_reason = 'The organisation is not who it says it is: ' || new.rejected_because, closed_on = coalesce(w.closed_on, new.rejected_on)
   where coalesce(w.stopped, 'paused') = 'paused' and (w.organisation = new.id or w.setting = new.id);
  delete from record.card_codes c where c.organisation = new.id or c.setting = new.id;
  return null;
end $$;
revoke all on function record.note_ways_of_rejected() from public;
create trigger rejected_ways_are_noted after update of rejected_on on record.organisation for each row when (new.rejected_on is not null and old.rejected_on is null) execute function record.note_ways_of_rejected();
