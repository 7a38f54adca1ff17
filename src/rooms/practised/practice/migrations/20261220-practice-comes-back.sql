-- One practice, one address. Whoever told it may have withdrawn it, and the keeper who clears it anew could not lift that: it got another address, and
-- what led to it led to a page that said it was gone. It was submitted anew by the one and is cleared by the other: both want it there.
create function published.take_up_practice(of_submission uuid) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  sent record.submission;
  found_slug text;
begin
  select * into sent from record.submission s where s.id = of_submission and s.keeper = record.organisation_in_sight() and s.state = 'waiting';
  if not found then return null; end if;
  select gone.subject into found_slug from published.publication gone join record.submission before on before.publication = gone.id and before.practice = sent.practice and before.organisation = sent.organisation
    join published.withdrawal said on said.kind = 'practice' and said.subject = gone.subject and said.version is null
     and said.organisation in (sent.organisation, sent.keeper) and record.is_verified(said.organisation)
   where gone.kind = 'practice' and gone.withdrawn_on is not null order by gone.version desc limit 1;
  delete from published.withdrawal w where w.kind = 'practice' and w.subject = found_slug and w.version is null;
  return found_slug;
end $$;
revoke execute on function published.take_up_practice(uuid) from public;
grant execute on function published.take_up_practice(uuid) to kept_work;
