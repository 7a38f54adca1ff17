-- A group that said "yes" says by itself that it is so no more: else a later "no" would wait for whoever promised to ask. By itself
-- it goes only down; up again it is asked, after news or time.
alter table record.confirmation add column own boolean not null default false;

create or replace function record.only_ask() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.answer is not null
     or not (case when new.own then new.group_organisation = record.organisation_in_sight() else new.organisation = record.organisation_in_sight() end)
     or (new.own and (select c.answer from record.confirmation c where c.organisation = new.organisation and c.promise = new.promise and c.group_organisation = new.group_organisation order by c.asked_on desc, c.id desc limit 1) is distinct from 'yes') then
    raise exception 'a confirmation begins as a question of whoever promised' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Opens the question anew for the group in sight, which answers it at once; false where its last answer is not "yes".
create function record.take_yes_back(asked uuid, fresh uuid, by_account uuid, today date) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_row record.confirmation;
begin
  select * into found_row from record.confirmation c where c.id = asked and c.group_organisation = record.organisation_in_sight() for update;
  if not found or found_row.answer is distinct from 'yes' then return false; end if;
  if exists (select from record.confirmation c where c.organisation = found_row.organisation and c.promise = found_row.promise and c.group_organisation = found_row.group_organisation and (c.asked_on, c.id) > (found_row.asked_on, found_row.id)) then return false; end if;
  insert into record.confirmation (organisation, id, promise, group_organisation, group_name, asked_by, asked_on, own)
    values (found_row.organisation, fresh, found_row.promise, found_row.group_organisation, found_row.group_name, by_account, today, true);
  insert into published.confirmation (id, promise, organisation, group_slug, group_name, asked_on)
    select fresh, p.promise, p.organisation, p.group_slug, p.group_name, today from published.confirmation p where p.id = asked;
  return true;
end $$;
grant execute on function record.take_yes_back(uuid, uuid, uuid, date) to kept_work;
