-- Whoever took something out of a text is no reader of what is left: cleared texts say who did, apart from who read one as it was.
drop function record.cleared_texts(uuid);
create function record.cleared_texts(of_survey uuid) returns table (id uuid, audience text, item text, language text, words text, quotable boolean, reviewer uuid, redactor uuid)
  language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    select t.id, t.audience, t.item, t.language, coalesce(t.edited, t.body), t.quotable, case when t.state = 'cleared' then t.reviewer end, case when t.state = 'redacted' then t.reviewer end
      from record.free_text t where t.organisation = record.organisation_in_sight() and t.survey = of_survey and t.state in ('cleared', 'redacted');
end $$;
revoke execute on function record.cleared_texts(uuid) from public;
grant execute on function record.cleared_texts(uuid) to kept_work;
