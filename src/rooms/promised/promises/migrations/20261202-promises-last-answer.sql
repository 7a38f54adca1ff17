-- The last counted answer of a group stands: a later "no" takes a confirmation away. What stands is worked out by
-- confirmationOf() of promises/rules.ts; this function only writes it, for the group in sight, once for each question.
drop function record.answer_confirmation(uuid, text, integer, text, uuid, timestamptz, date);
create function record.answer_confirmation(asked uuid, said text, took_part integer, shown_people integer, heard text, by_account uuid, moment timestamptz, today date, confirmed date, strength text, more jsonb) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_row record.confirmation;
  next integer;
  told jsonb;
begin
  select * into found_row from record.confirmation c where c.id = asked and c.group_organisation = record.organisation_in_sight() for update;
  if not found then return 'not there'; end if;
  if found_row.answer is not null then return 'answered already'; end if;
  update record.confirmation c set answer = said, people = took_part, words = heard, answered_by = by_account, answered_on = today where c.organisation = found_row.organisation and c.id = asked;
  update published.confirmation c set answer = said, people = shown_people, words = heard, answered_on = today where c.id = asked;
  update published.promise p set last_answer = said, confirmed_on = confirmed, evidence = strength, changed_at = moment where p.id = found_row.promise;
  select coalesce(max(position), 0) + 1 into next from published.promise_event e where e.promise = found_row.promise;
  told := jsonb_build_object('group', found_row.group_name) || more;
  insert into record.promise_event (organisation, promise, position, at, account, kind, body, detail) values (found_row.organisation, found_row.promise, next, moment, by_account, 'answered', null, told);
  insert into published.promise_event (promise, position, organisation, day, kind, body, detail) values (found_row.promise, next, found_row.organisation, today, 'answered', null, told);
  return null;
end $$;
grant execute on function record.answer_confirmation(uuid, text, integer, integer, text, uuid, timestamptz, date, date, text, jsonb) to kept_work;

-- Promises that are called confirmed although a group said otherwise last. The same rule, once, for what is here already.
with last as (
  select distinct on (c.promise, c.group_slug) c.promise, c.answer from published.confirmation c where c.answer is not null and c.people is not null order by c.promise, c.group_slug, c.asked_on desc, c.id desc
)
update published.promise p
   set confirmed_on = null,
       evidence = (select case when bool_or(e.strength = 'shown') then 'shown' when count(*) > 0 then 'said' end from published.evidence e where e.promise = p.id and e.taken_back_on is null)
 where p.confirmed_on is not null and exists (select from last l where l.promise = p.id and l.answer <> 'yes');
