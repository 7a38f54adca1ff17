-- Who ended a role, and when: of a safeguarding lead whose colleague an administrator has just taken out, that administrator is no second person.
alter table record.role_given add column ended_at timestamptz, add column ended_by uuid;
create function record.note_role_ended() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update record.role_given g set ended_at = now(), ended_by = kit.account()
   where g.number = (select max(h.number) from record.role_given h where h.organisation = old.organisation and h.account = old.account and h.role = old.role);
  return null;
end $$;
revoke execute on function record.note_role_ended() from public;
create trigger account_role_end_is_noted after delete on record.account_role for each row execute function record.note_role_ended();
