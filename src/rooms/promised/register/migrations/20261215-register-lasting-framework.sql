-- Nobody is invited to a framework that has ended, says that they are interested, signs or renews. Signatures lapse by their dates, and are taken back.
create function record.refuse_entry_under_ended() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform published.refuse_if_ended('framework', new.framework);
  return new;
end $$;
create trigger not_begun_under_ended before insert on record.register_entry for each row execute function record.refuse_entry_under_ended();
create trigger not_taken_up_under_ended before update of event_number on record.register_entry for each row
  when (new.event_number is distinct from old.event_number and new.event in ('invited', 'interested', 'signed', 'renewed', 'reconfirmed'))
  execute function record.refuse_entry_under_ended();
create trigger not_begun_under_ended before insert on record.register_interest for each row execute function record.refuse_entry_under_ended();
