-- A rejection withdraws all that an organisation has published. What was being published at that moment was not seen by it, and stood for good. Whoever
-- publishes now holds the organisation's row against being rejected, and a rejection takes the row first: so it waits for what is under way and takes
-- that back too, and what comes later waits for it and is refused. Asked after the row is held: another statement sees what was decided meanwhile.
create or replace function record.refuse_unverified() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  acting uuid := record.organisation_in_sight();
  whose uuid := case when tg_argv[0] = '' then acting else (to_jsonb(new) ->> tg_argv[0])::uuid end;
begin
  if tg_op = 'INSERT' or whose = acting then
    perform from record.organisation o where o.id in (acting, whose) order by o.id for key share;
    if tg_op = 'INSERT' then perform record.require_verified(whose); end if;
    perform record.require_verified(acting);
  end if;
  return new;
end $$;
