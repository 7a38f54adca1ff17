-- Of a safeguarding lead an administrator confirmed a lost passkey where there was no other safeguarding lead; and administrators end roles. So whoever
-- keeps the mailboxes ended the role of the one, and was the second person of the other. For thirty days after somebody else has ended such a
-- role, only a safeguarding lead confirms it, or the owner of the installation.
create or replace function record.passkey_confirmers(asker uuid, at uuid) returns table (account uuid, email text, name text)
  language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    with able as (
      select distinct a.id, a.email, a.name, r.role from record.account_role r join record.account a on a.id = r.account and a.closed_at is null
       where r.organisation = at and r.board is null and r.role in ('administrator', 'safeguarding') and asker not in (select record.appointed_through(a.id))
    ), safeguards as (
      select exists (select from record.account_role r where r.account = asker and r.organisation = at and r.role = 'safeguarding')
         and (exists (select from able where role = 'safeguarding')
           or exists (select from record.role_given g where g.organisation = at and g.role = 'safeguarding' and g.account <> asker and g.ended_at > now() - interval '30 days' and g.ended_by is not null and g.ended_by <> g.account)) as only_they
    )
    select distinct able.id, able.email, able.name from able, safeguards where able.role = 'safeguarding' or not safeguards.only_they;
end $$;
