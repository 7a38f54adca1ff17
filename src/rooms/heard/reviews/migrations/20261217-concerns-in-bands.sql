-- Whoever asks learns of what was passed on in bands (P10): a single worry, and each step that is taken about it, would tell of one child.
drop function record.concern_counts(uuid);
create function record.concern_counts(of_survey uuid) returns table (stands text, at_least integer) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select case when c.outcome is not null then 'closed' when c.action is not null then 'acted on' when c.acknowledged_on is not null then 'acknowledged' else 'waiting' end, record.band(count(*))
      from record.concern c where c.survey = of_survey and c.asked_by = record.organisation_in_sight() group by 1;
  end;
revoke execute on function record.concern_counts(uuid) from public;
grant execute on function record.concern_counts(uuid) to kept_work;
