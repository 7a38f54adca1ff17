-- Nobody is asked by, or for, an organisation that is not verified: it opens no survey, and no way in is opened at it.
call record.only_verified('intake.survey', 'organisation', 'insert', 'false');
call record.only_verified('intake.way_in', 'setting', 'insert', 'false');

-- A claim that is rejected ends what it opened, and what was opened at it: nothing comes in any more by those ways.
create function intake.stop_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update intake.way_in w set stopped = 'withdrawn' from intake.survey s
   where s.survey = w.survey and coalesce(w.stopped, 'paused') = 'paused' and (s.organisation = new.id or w.setting = new.id);
  return null;
end $$;
revoke all on function intake.stop_rejected() from public;
create trigger rejected_stops_ways after update of rejected_on on record.organisation for each row when (new.rejected_on is not null and old.rejected_on is null) execute function intake.stop_rejected();
