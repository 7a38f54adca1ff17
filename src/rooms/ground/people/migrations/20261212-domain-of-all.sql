-- An address in the domain speaks for the organisation only where nobody from elsewhere acts for it: whoever made a claim that is not theirs
-- could invite one person of the real council, and was verified with them.
create or replace function record.confirm_by_domain(asked uuid, moment timestamptz) returns setof uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  claiming uuid;
begin
  for claiming in
    select distinct o.id from record.account a join record.account_role r on r.account = a.id and r.role in ('lead', 'administrator') join record.organisation o on o.id = r.organisation
      join record.official_domain d on d.domain = split_part(a.email, '@', 2) and ((o.kind = 'authority' and d.authority = o.authority) or d.urn = o.urn)
     where a.id = asked and a.closed_at is null and o.claim = 'number' and o.verified_at is null and o.rejected_on is null
       and not exists (select from record.account_role other join record.account b on b.id = other.account and b.closed_at is null
                        where other.organisation = o.id and not exists (select from record.official_domain e where e.domain = split_part(b.email, '@', 2) and ((o.kind = 'authority' and e.authority = o.authority) or e.urn = o.urn)))
     order by o.id
  loop
    if record.verify_claim(claiming, 'domain', moment) is null then return next claiming; end if;
  end loop;
end $$;
