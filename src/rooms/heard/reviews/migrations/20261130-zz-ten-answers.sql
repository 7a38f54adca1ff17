-- A session can be asked for once ten of it have answered: places that nobody used hide nobody.
create or replace function record.ask_for_session(which uuid, new_id uuid, why text, today date) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from record.concern c where c.id = which for update;
  insert into record.session_request (organisation, id, concern, asked_of, survey_name, reason, asked_by, asked_on)
  select c.organisation, new_id, c.id, c.asked_by, c.survey_name, why, kit.account(), today from record.concern c join record.concern_session s on s.concern = c.id
   where c.id = which and c.organisation = record.organisation_in_sight() and record.is_safeguarding(c.organisation)
     and (select count(*) from intake.answer a where a.survey = c.survey and a.session = s.session) + (select count(*) from intake.inbox i where i.survey = c.survey and i.session = s.session) >= 10
     and not exists (select from record.session_request r where r.concern = c.id and (r.answer is null or r.answer = 'released'));
  return found;
end $$;
