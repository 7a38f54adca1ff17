-- Signatures of an organisation whose claim is rejected are taken off. The entry is of the body that it names: once the keeper invites it again, the real one takes it.
create function record.ends_signatures_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  why text := 'The organisation is not who it says it is. ' || new.rejected_because;
  who constant text := 'Whoever runs this site';
begin
  update record.register_entry e set state = 'removed', signatory = null, ended_on = new.rejected_on, ended_by = who, reason = why, event = 'removed', event_number = e.event_number + 1, event_on = new.rejected_on
   where e.signatory = new.id and e.state <> 'removed';
  update record.register_entry e set signatory = null where e.signatory = new.id;
  return null;
end $$;
revoke all on function record.ends_signatures_of_rejected() from public;
create trigger ends_signatures_of_rejected after update of rejected_on on record.organisation for each row when (new.rejected_on is not null and old.rejected_on is null) execute function record.ends_signatures_of_rejected();

-- Only the owner of the installation acts without an organisation in sight.
drop trigger register_entry_is_kept on record.register_entry;
create trigger register_entry_is_kept before insert or update on record.register_entry for each row when (record.organisation_in_sight() is not null or new.state <> 'removed') execute function record.keep_register();
