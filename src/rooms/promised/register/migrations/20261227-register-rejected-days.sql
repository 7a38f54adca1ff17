-- An entry that is nobody's any more has earned nothing. A trigger that is gone since 20261226 saw to that.
create or replace function record.ends_signatures_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  why text := 'The organisation is not who it says it is. ' || new.rejected_because;
  who constant text := 'Whoever runs this site';
begin
  update record.register_entry e set state = 'removed', signatory = null, ended_on = new.rejected_on, ended_by = who, reason = why, event = 'removed', event_number = e.event_number + 1, event_on = new.rejected_on
   where e.signatory = new.id and e.state <> 'removed';
  update record.register_entry e set signatory = null where e.signatory = new.id;
  update published.register_entry p set acting_until = null, shown_until = null, practised_until = null, confirmed_until = null, showing_until = null, heard_until = null
   where p.organisation is null and num_nonnulls(p.acting_until, p.shown_until, p.practised_until, p.confirmed_until, p.showing_until, p.heard_until) > 0;
  return null;
end $$;
