-- The days that a promise's rule yields are stored (docs/decisions/0029): promiseDays() of promises/rules.ts works them out, whatever changes
-- a promise writes them, and lists compare them with a day. The rule stood here a second time.
alter table published.promise alter column counts_until drop expression;
alter table published.promise add column declared_status text, add column overdue_from date, add column no_news_from date, add column shown_until date,
  add column confirmed_until date;

-- Once, for what is here: a copy of the rule as it stood on 24 December 2026. The next start compares it with the rule and writes what differs.
update published.promise set
  declared_status = case when state not in ('agreed', 'under way') then state when at_risk then 'at risk' else 'on track' end,
  overdue_from = case when state in ('agreed', 'under way') then due + 1 end,
  no_news_from = case when state in ('agreed', 'under way') then (last_news + interval '6 months')::date + 1 end,
  shown_until = case when state = 'kept' and evidence in ('shown', 'confirmed') then (kept_on + interval '12 months')::date end,
  confirmed_until = (confirmed_on + interval '12 months')::date;
alter table published.promise alter column declared_status set not null;

-- What is overdue is found by its day: for the board that is responsible, and beside a register.
drop index published.promise_by_board;
create index promise_overdue_of_board on published.promise (board, overdue_from) where board is not null and overdue_from is not null;
create index promise_overdue_by_framework on published.promise (framework, overdue_from, organisation) where overdue_from is not null;
drop index published.promise_overdue;

drop function published.promise_status(text, date, boolean, date, date);

-- An answer of young people changes days, too; whoever acts for the group brings what the rule yields.
drop function record.answer_confirmation(uuid, text, integer, integer, text, uuid, timestamptz, date, date, text, jsonb);
create function record.answer_confirmation(asked uuid, said text, took_part integer, shown_people integer, heard text, by_account uuid, moment timestamptz, today date, confirmed date, strength text, days jsonb, more jsonb) returns text
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
  update published.promise p set last_answer = said, confirmed_on = confirmed, evidence = strength, changed_at = moment,
      shown_until = (days ->> 'shown_until')::date, confirmed_until = (days ->> 'confirmed_until')::date
   where p.id = found_row.promise;
  select coalesce(max(position), 0) + 1 into next from published.promise_event e where e.promise = found_row.promise;
  told := jsonb_build_object('group', found_row.group_name) || more;
  insert into record.promise_event (organisation, promise, position, at, account, kind, body, detail) values (found_row.organisation, found_row.promise, next, moment, by_account, 'answered', null, told);
  insert into published.promise_event (promise, position, organisation, day, kind, body, detail) values (found_row.promise, next, found_row.organisation, today, 'answered', null, told);
  return null;
end $$;
revoke execute on function record.answer_confirmation(uuid, text, integer, integer, text, uuid, timestamptz, date, date, text, jsonb, jsonb) from public;
grant execute on function record.answer_confirmation(uuid, text, integer, integer, text, uuid, timestamptz, date, date, text, jsonb, jsonb) to kept_work;

-- A promise that is withdrawn because its organisation is not who it says it is has no day to come.
create or replace function record.ends_promises_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  why text := 'The organisation is not who it says it is. ' || new.rejected_because;
  who constant text := 'Whoever runs this site';
begin
  update record.promise p set state = 'withdrawn', ended_on = new.rejected_on, ended_by = who, reason_kind = 'other', reason = why where p.organisation = new.id and p.state in ('agreed', 'under way');
  update published.promise p set state = 'withdrawn', ended_on = new.rejected_on, ended_by = who, reason_kind = 'other', reason = why,
      declared_status = 'withdrawn', overdue_from = null, no_news_from = null, counts_until = null
   where p.organisation = new.id and p.state in ('agreed', 'under way');
  return null;
end $$;
