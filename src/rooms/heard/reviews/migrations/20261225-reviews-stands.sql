-- How a concern stands is stored as standsOf() of reviews/rules.ts yields it (docs/decisions/0029), and counted by that word. The rule stood here a
-- second time.
alter table record.concern add column stands text not null default 'waiting';
-- Once, for what is here: a copy of the rule as it stood on 25 December 2026. The next start compares it with the rule and writes what differs.
update record.concern set stands = case when outcome is not null then 'closed' when action is not null then 'acted on' when acknowledged_on is not null then 'acknowledged' else 'waiting' end;
grant update (stands) on record.concern to kept_work;

create or replace function record.concern_counts(of_survey uuid) returns table (stands text, at_least integer) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select c.stands, record.band(count(*)) from record.concern c where c.survey = of_survey and c.asked_by = record.organisation_in_sight() group by 1;
  end;
