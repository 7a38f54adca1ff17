-- A text that came by a code that was voided is read, so that nobody at risk is missed, and passed on where it must be. It is shown to
-- nobody else: it may be forged, and the answers beside it count nowhere.
alter table record.free_text add column voided boolean not null default false;
alter table record.free_text add constraint free_text_voided_is_not_shown check (not voided or state in ('new', 'withheld', 'safeguarding'));

create or replace function record.take_in_texts(lists jsonb) returns bigint language sql volatile security definer set search_path = pg_catalog
  begin atomic
    with gone as (
      delete from intake.text t using record.survey s where s.organisation = t.organisation and s.id = t.survey returning t.*
    ), fresh as materialized (
      select gen_random_uuid() as new_id, g.*, lists ->> split_part(lower(g.language), '-', 1) as list from gone g order by random()
    ), kept as (
      insert into record.free_text (organisation, survey, id, setting, audience, item, language, body, day, is_first, voided)
      select f.organisation, f.survey, f.new_id, f.setting, f.audience, f.item, f.language, f.body, f.day, f.list is null or f.body ~* f.list, f.voided from fresh f order by f.new_id
    ), apart as (
      insert into record.text_session (organisation, text, session) select f.organisation, f.new_id, f.session from fresh f where f.session is not null order by f.new_id
    )
    select count(*) from fresh;
  end;
