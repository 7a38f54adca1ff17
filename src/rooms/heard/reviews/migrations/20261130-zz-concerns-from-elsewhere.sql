-- What young people wrote outside a survey, in the room of a charter, can be passed to the safeguarding leads too: such a concern has no survey.
alter table record.concern alter column survey drop not null;

-- Puts it into the store: to the safeguarding leads of the organisation in sight, else to those of the organisation that it is part of.
-- Null where there are none; then nothing has changed.
create function record.receive_concern(new_id uuid, came_from text, asked_question text, written_by text, words text, came_on date, today date) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  me uuid := record.organisation_in_sight();
  home uuid;
begin
  if me is null or kit.account() is null then raise exception 'nobody is signed in' using errcode = 'insufficient_privilege'; end if;
  home := record.safeguarding_home((select p.id from record.organisation o join record.organisation p on p.slug = o.part_of where o.id = me), me);
  if home is null then return null; end if;
  insert into record.concern (organisation, id, asked_by, survey, survey_name, setting, audience, question, language, body, day, has_session, passed_on)
  values (home, new_id, me, null, came_from, me, written_by, asked_question, 'en', words, came_on, false, today);
  return home;
end $$;
revoke execute on function record.receive_concern(uuid, text, text, text, text, date, date) from public;
grant execute on function record.receive_concern(uuid, text, text, text, text, date, date) to kept_work;
