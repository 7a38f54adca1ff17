create or replace function record.setting_name(of_setting uuid) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select record.marked_name(o.name, o.claim is null or o.verified_at is not null) from record.organisation o where o.id = of_setting and (o.id = record.organisation_in_sight()
       or exists (select from record.survey_setting s where s.setting = o.id and s.organisation = record.organisation_in_sight())
       or exists (select from record.concern c where c.organisation = record.organisation_in_sight() and o.id in (c.setting, c.asked_by))));
end $$;

-- A worry goes to the organisation that a group is part of only where that one is verified (decision 0021).
create or replace function record.receive_concern(new_id uuid, came_from text, asked_question text, written_by text, words text, came_on date, today date) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  me uuid := record.organisation_in_sight();
  home uuid;
begin
  if me is null or kit.account() is null then raise exception 'nobody is signed in' using errcode = 'insufficient_privilege'; end if;
  home := record.safeguarding_home((select p.id from record.organisation o join record.organisation p on p.slug = o.part_of where o.id = me and record.is_verified(p.id)), me);
  if home is null then return null; end if;
  insert into record.concern (organisation, id, asked_by, survey, survey_name, setting, audience, question, language, body, day, has_session, passed_on)
  values (home, new_id, me, null, came_from, me, written_by, asked_question, 'en', words, came_on, false, today);
  return home;
end $$;
