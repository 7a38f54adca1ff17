-- A key for each survey, destroyed when its answers are mixed: what a copy of the log, of a backup or of a device still holds is then
-- opened by nobody, and no card is joined to what was noted of it. Decision 0013.

-- `wrapped`: random bytes, sealed under a key that derives from Kept's secret (survey-keys.ts). Neither the database alone nor the secret
-- alone opens anything. 256 bytes, though 32 would do: a rest of a row that was not written over whole tells nothing.
create table intake.survey_key (
  survey uuid not null constraint survey_key_pk primary key,
  wrapped bytea not null
);
comment on table intake.survey_key is 'keys';
alter table intake.survey_key alter column wrapped set storage plain;
-- Statistics would copy keys into a table of PostgreSQL's own.
alter table intake.survey_key alter column wrapped set statistics 0;

-- Surveys that took answers before they had keys: their cards are noted as they were, and the mixer opens what was sealed then.
alter table intake.survey add column is_older boolean not null default false;
update intake.survey set is_older = true where mixed_on is null;

-- How many answered, noted when the answers are mixed: what was spent is forgotten then.
alter table intake.way_in add column answered integer;

-- The wrapped key of a survey that takes answers, and whether it is one of the older ones; `fresh` becomes its key where it has none.
create function intake.key_of(of_survey uuid, fresh bytea) returns jsonb language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_key jsonb;
begin
  select jsonb_build_object('wrapped', encode(k.wrapped, 'hex'), 'isOlder', s.is_older) into found_key
    from intake.survey s join intake.survey_key k on k.survey = s.survey where s.survey = of_survey and s.mixed_on is null;
  if found_key is not null then return found_key; end if;
  -- The row is the lock: two who come first at once get one key, and nobody gets one while the answers are mixed.
  perform from intake.survey s where s.survey = of_survey and s.mixed_on is null for no key update;
  if not found then return null; end if;
  insert into intake.survey_key (survey, wrapped) values (of_survey, fresh) on conflict do nothing;
  return (select jsonb_build_object('wrapped', encode(k.wrapped, 'hex'), 'isOlder', s.is_older)
            from intake.survey s join intake.survey_key k on k.survey = s.survey where s.survey = of_survey);
end $$;
revoke execute on function intake.key_of(uuid, bytea) from public;
grant execute on function intake.key_of(uuid, bytea) to kept_intake, kept_release;

-- Whether a card has answered. What is noted of a card is no hash of its code alone, so this is asked once its survey is known.
create function intake.is_spent(noted bytea) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from intake.spent x where x.hash = noted)
$$;
revoke execute on function intake.is_spent(bytea) from public;
grant execute on function intake.is_spent(bytea) to kept_intake;

-- As it was (20261130-seats-that-come-back), but what is noted as spent is `noted`: of a seat its pass; of a card an HMAC under the survey's key.
-- And a survey whose last answers are being mixed takes none: what came after they were read would be lost with the key.
drop function intake.receive(uuid[], text[], bytea[], bytea[], bytea[], bytea[], date);
create function intake.receive(of_survey uuid[], audiences text[], passes bytea[], noted bytea[], submissions bytea[], sealed_answers bytea[], sealed_texts bytea[], today date) returns text[]
  language plpgsql volatile security definer set search_path = pg_catalog set enable_nestloop = off set plan_cache_mode = force_generic_plan as $$
declare
  many integer;
  one uuid;
  locked uuid[] := '{}';
begin
  -- Only of surveys that are not over: while the last answers of one are mixed, others do not wait.
  for one in select s.survey from intake.survey s where s.survey = any (of_survey) and s.mixed_on is null and today between s.opens_on and s.late_until order by s.survey loop
    perform pg_advisory_xact_lock_shared(hashtextextended(one::text, 20261130));
    locked := locked || one;
  end loop;
  with first as (
    select distinct on (hash) *, (select p.way_in from intake.pass p where p.hash = t.hash) as way_in
      from unnest(of_survey, audiences, passes, noted, submissions, sealed_answers, sealed_texts) with ordinality as t(survey, audience, hash, noted, submission, answers, texts, place)
     order by hash, place
  ), known as (
    select f.*, w.setting, case when w.places >= 10 or w.kind = 'open link' then w.way_in end as session
      from first f join intake.way_in w on w.way_in = f.way_in and w.survey = f.survey and w.audience = f.audience and w.stopped is null
      join intake.survey s on s.survey = w.survey and s.mixed_on is null and today between s.opens_on and s.late_until
     where f.survey = any (locked)
  ), kept as (
    insert into intake.spent (hash, way_in, submission) select k.noted, way_in, submission from known k order by k.noted
    on conflict (hash) do nothing
    returning hash
  )
  insert into intake.inbox (survey, setting, audience, session, way_in, answers, texts)
  select survey, setting, audience, session, way_in, answers, texts from known k where k.noted in (select hash from kept) order by random();
  get diagnostics many = row_count;
  if many = cardinality(passes) then return null; end if;
  return (
    select array_agg(case when t.before is not null and t.before = t.submission then 'accepted'
                          when w.way_in is null or w.survey <> t.survey or w.audience <> t.audience then case when t.before is null then 'unknown' else 'used' end
                          when w.stopped = 'voided' then 'voided'
                          when t.before is not null and t.before <> intake.nought() then 'used'
                          when w.stopped is not null then case w.stopped when 'paused' then 'paused' else 'code ended' end
                          when s.mixed_on is not null or not today between s.opens_on and s.late_until then 'closed'
                          else 'unknown' end order by t.place)
      from (select u.*, (select x.submission from intake.spent x where x.hash = u.noted) as before, (select p.way_in from intake.pass p where p.hash = u.hash) as way_in
              from unnest(of_survey, audiences, passes, noted, submissions) with ordinality as u(survey, audience, hash, noted, submission, place)) t
      left join intake.way_in w on w.way_in = t.way_in left join intake.survey s on s.survey = w.survey);
end $$;
revoke execute on function intake.receive(uuid[], text[], bytea[], bytea[], bytea[], bytea[], bytea[], date) from public;
grant execute on function intake.receive(uuid[], text[], bytea[], bytea[], bytea[], bytea[], bytea[], date) to kept_intake;

-- Fills the free space of the table of keys, so that those which were destroyed are written over; whoever calls it rolls it back.
create function intake.fill_survey_keys() returns void language plpgsql volatile set search_path = pg_catalog as $$
declare
  before bigint := pg_relation_size('intake.survey_key');
begin
  while pg_relation_size('intake.survey_key') <= before loop
    insert into intake.survey_key (survey, wrapped) select gen_random_uuid(), '\x00' from generate_series(1, 50);
  end loop;
end $$;
revoke execute on function intake.fill_survey_keys() from public;

-- What the end of a survey leaves: numbers. The key is destroyed, and with it everything that could join a card to what was noted of it.
create function intake.destroy_key(of_survey uuid, today date) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update intake.way_in w set answered = coalesce(w.answered, (select count(*) from intake.spent x where x.way_in = w.way_in and x.submission <> intake.nought())) where w.survey = of_survey;
  delete from intake.spent x using intake.way_in w where w.way_in = x.way_in and w.survey = of_survey;
  delete from intake.pass p using intake.way_in w where w.way_in = p.way_in and w.survey = of_survey and w.kind <> 'cards';
  delete from intake.survey_key k where k.survey = of_survey;
  insert into kit.trace (filled, filled_by, rewritten, must)
  select 'intake.survey_key', 'intake.fill_survey_keys', '{intake.inbox,intake.spent,intake.pass,intake.answer}', s.is_older from intake.survey s where s.survey = of_survey;
  update intake.survey s set mixed_on = coalesce(s.mixed_on, today) where s.survey = of_survey;
end $$;
revoke execute on function intake.destroy_key(uuid, date) from public;
grant execute on function intake.destroy_key(uuid, date) to kept_release;
revoke update (mixed_on) on intake.survey from kept_release;

create or replace function intake.forget_answers(today date) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  past uuid;
begin
  for past in select s.survey from intake.survey s where s.forgotten_on is null and today > s.keep_until order by s.survey loop
    -- Where the mixer of another process is at this survey, the next round comes to it.
    continue when not pg_try_advisory_xact_lock(hashtextextended(past::text, 20261128));
    delete from intake.inbox i where i.survey = past;
    delete from intake.text t where t.survey = past;
    delete from intake.answer a where a.survey = past;
    delete from intake.sound o where o.survey = past;
    perform intake.destroy_key(past, today);
    update intake.survey s set forgotten_on = today where s.survey = past;
  end loop;
end $$;

-- In bands of ten (P14), as before: counted by the way in, and noted there once the answers are mixed.
create or replace function record.received(of_survey uuid) returns table (way_in uuid, setting uuid, audience text, band integer) language sql stable security definer set search_path = pg_catalog as $$
  select w.way_in, w.setting, w.audience, case when n.many = 0 then 0 when n.many < 10 then 1 else (n.many / 10) * 10 end::integer
    from intake.way_in w join intake.survey s on s.survey = w.survey
    cross join lateral (select coalesce(w.answered, count(*)) as many from intake.spent x where x.way_in = w.way_in
      and x.submission <> '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea) c, lateral (select case when w.stopped = 'voided' then 0 else c.many end as many) n
   where w.survey = of_survey and record.organisation_in_sight() in (s.organisation, w.setting)
$$;
create or replace function record.received_by_setting(of_survey uuid) returns table (setting uuid, audience text, band integer) language sql stable security definer set search_path = pg_catalog as $$
  select g.setting, g.audience, case when g.many = 0 then 0 when g.many < 10 then 1 else (g.many / 10) * 10 end::integer
    from (select w.setting, w.audience, sum(n.many)::bigint as many from intake.way_in w join intake.survey s on s.survey = w.survey
      cross join lateral (select coalesce(w.answered, count(*)) as many from intake.spent x where x.way_in = w.way_in
        and x.submission <> '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea) c, lateral (select case when w.stopped = 'voided' then 0 else c.many end as many) n
      where w.survey = of_survey and record.organisation_in_sight() in (s.organisation, w.setting) group by w.setting, w.audience) g
$$;
