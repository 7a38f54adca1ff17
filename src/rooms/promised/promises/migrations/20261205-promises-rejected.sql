-- Live promises of an organisation whose claim is rejected are withdrawn, with the reason: nobody else made them.
create function record.ends_promises_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  why text := 'The organisation is not who it says it is. ' || new.rejected_because;
  who constant text := 'Whoever runs this site';
begin
  update record.promise p set state = 'withdrawn', ended_on = new.rejected_on, ended_by = who, reason_kind = 'other', reason = why where p.organisation = new.id and p.state in ('agreed', 'under way');
  update published.promise p set state = 'withdrawn', ended_on = new.rejected_on, ended_by = who, reason_kind = 'other', reason = why where p.organisation = new.id and p.state in ('agreed', 'under way');
  return null;
end $$;
revoke all on function record.ends_promises_of_rejected() from public;
create trigger ends_promises_of_rejected after update of rejected_on on record.organisation for each row when (new.rejected_on is not null and old.rejected_on is null) execute function record.ends_promises_of_rejected();
