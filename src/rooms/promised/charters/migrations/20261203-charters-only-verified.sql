-- An organisation that is not verified publishes no charter, and opens no room in which young people write and vote.
call record.only_verified('published.charter', 'organisation', 'insert', 'false');
call record.only_verified('record.together_code', 'organisation', 'insert', 'false');

-- A claim that is rejected closes the rooms in which young people write and vote.
create function record.close_rooms_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update record.together_code c set closed_on = new.rejected_on where c.organisation = new.id and c.closed_on is null;
  return null;
end $$;
revoke all on function record.close_rooms_of_rejected() from public;
create trigger rejected_closes_rooms after update of rejected_on on record.organisation for each row when (new.rejected_on is not null and old.rejected_on is null) execute function record.close_rooms_of_rejected();
