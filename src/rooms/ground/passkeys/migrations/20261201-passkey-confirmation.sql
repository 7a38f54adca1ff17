-- Who may confirm that somebody lost their passkey: administrators and safeguarding leads of that organisation. Never the asker, and nobody who was
-- appointed by the asker or through them: whoever invites an address of their own gains no second person. Of a safeguarding lead only another
-- safeguarding lead confirms it, where there is one: an administrator may also keep the mailboxes.
create function record.passkey_confirmers(asker uuid, at uuid) returns table (account uuid, email text, name text)
  language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    with able as (
      select distinct a.id, a.email, a.name, r.role from record.account_role r join record.account a on a.id = r.account and a.closed_at is null
       where r.organisation = at and r.board is null and r.role in ('administrator', 'safeguarding') and asker not in (select record.appointed_through(a.id))
    ), safeguards as (
      select exists (select from record.account_role r where r.account = asker and r.organisation = at and r.role = 'safeguarding') and exists (select from able where role = 'safeguarding') as only_they
    )
    select distinct able.id, able.email, able.name from able, safeguards where able.role = 'safeguarding' or not safeguards.only_they;
end $$;
revoke all on function record.passkey_confirmers(uuid, uuid) from public;
grant execute on function record.passkey_confirmers(uuid, uuid) to kept_work;
