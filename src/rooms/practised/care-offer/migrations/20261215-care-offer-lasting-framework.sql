-- No offer is written down under a framework that has ended. What was offered under it before is changed, checked and ended as it was.
call published.not_begun_under_ended('record.offer', 'framework', '{draft,framework}', 'false');

-- Sayings are never changed, only said anew: of what an organisation said something before, or of what its own offer answers, it may go on speaking.
create function record.refuse_coverage_under_ended() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.offer is null and not exists (select from record.coverage c where c.organisation = new.organisation and c.authority = new.authority and c.framework = new.framework and c.theme = new.theme and c.ask = new.ask) then
    perform published.refuse_if_ended('framework', new.framework);
  end if;
  return new;
end $$;
create trigger not_begun_under_ended before insert on record.coverage for each row execute function record.refuse_coverage_under_ended();
