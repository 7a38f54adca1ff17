-- What somebody wrote freely may tell of a child at risk, also where a code leaked. So voiding a way in destroys its answers and
-- keeps what was written until a reviewer has read it, marked, and counted nowhere (decision 0022).
alter table intake.inbox add column voided boolean not null default false;
alter table intake.text add column voided boolean not null default false;

create or replace function record.void_way_in(which uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  of_survey uuid;
begin
  select w.survey into of_survey from intake.way_in w join intake.survey s on s.survey = w.survey where w.way_in = which and s.organisation = record.organisation_in_sight() and s.mixed_on is null;
  if not found then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended(of_survey::text, 20261128));
  perform pg_advisory_xact_lock(hashtextextended(of_survey::text, 20261130));
  -- While it waited the survey's answers may have been mixed for the last time.
  update intake.way_in w set stopped = 'voided', closed = true from intake.survey s where w.way_in = which and s.survey = w.survey and s.mixed_on is null;
  if not found then return false; end if;
  delete from intake.inbox i where i.survey = of_survey and i.way_in = which and i.texts is null;
  -- The mixer takes them out at its next hour.
  update intake.inbox i set answers = ''::bytea, voided = true where i.survey = of_survey and i.way_in = which;
  update intake.text t set voided = true where t.survey = of_survey and t.session = which;
  delete from intake.answer a where a.survey = of_survey and a.session = which;
  return true;
end $$;
