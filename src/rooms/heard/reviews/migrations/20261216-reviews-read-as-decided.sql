-- Each decision about a text has a number: a page that was opened before another reviewer decided lets nothing out any more, and who has read
-- a quote has read it as it stood after that decision.
alter table record.free_text add column version integer not null default 0;
create function record.count_decision() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger free_text_counts_decisions before update on record.free_text for each row when ((new.state, new.edited) is distinct from (old.state, old.edited)) execute function record.count_decision();

drop function record.cleared_texts(uuid);
create function record.cleared_texts(of_survey uuid) returns table (id uuid, audience text, item text, language text, words text, quotable boolean, reviewer uuid, redactor uuid, version integer)
  language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    select t.id, t.audience, t.item, t.language, coalesce(t.edited, t.body), t.quotable, case when t.state = 'cleared' then t.reviewer end, case when t.state = 'redacted' then t.reviewer end, t.version
      from record.free_text t where t.organisation = record.organisation_in_sight() and t.survey = of_survey and t.state in ('cleared', 'redacted');
end $$;
revoke execute on function record.cleared_texts(uuid) from public;
grant execute on function record.cleared_texts(uuid) to kept_work;
