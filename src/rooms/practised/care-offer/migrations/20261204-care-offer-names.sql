call record.shows_name('published.offer', 'organisation_name', 'organisation', 'id');
call record.shows_name('published.coverage', 'organisation_name', 'organisation', 'id');
-- Who offers is often whoever keeps the offer here, under the same name.
create function record.mark_own_offers() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update published.offer f set provider = record.marked_name(f.provider, new.claim is null or new.verified_at is not null) where f.organisation = new.id and record.marked_name(f.provider, true) = new.name;
  return null;
end $$;
revoke all on function record.mark_own_offers() from public;
create trigger "marks own offers" after update of claim, verified_at on record.organisation for each row execute function record.mark_own_offers();
update published.offer f set provider = record.marked_name(f.provider, false) from record.organisation o where f.organisation = o.id and f.provider = o.name and o.claim is not null and o.verified_at is null;
