-- Nothing new is put to the keeper of a framework that has ended. What its library holds already is reviewed and changed there as before.
create function record.refuse_practice_under_ended() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from record.submission s where s.practice = new.practice and s.framework = new.framework and s.number < new.number) then
    perform published.refuse_if_ended('framework', new.framework);
  end if;
  return new;
end $$;
create trigger not_begun_under_ended before insert on record.submission for each row execute function record.refuse_practice_under_ended();
