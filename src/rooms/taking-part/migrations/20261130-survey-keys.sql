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
create index spent_by_way on intake.spent (way_in);

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

-- As before, but: what is noted as spent is `noted` (of a seat its pass; of a card an HMAC under the survey's key), and a survey whose last
-- answers are being mixed takes none: a lock tells, because what is seen in a transaction may be older than the mixing.
drop function intake.receive(uuid[], text[], bytea[], bytea[], bytea[], bytea[], date);
create function intake.receive(of_survey uuid[], audiences text[], passes bytea[], noted bytea[], submissions bytea[], sealed_answers bytea[], sealed_texts bytea[], today date) returns text[]
  -- Passes are looked up one by one (a subquery is never turned into a scan of the whole table, which the planner would choose while the
  -- table is small and keep); what is left to join are short lists, and nested loops over two of them would square the time of a group.
  -- One plan for groups of every size: made anew for each small group, it would cost more than the group.
  language plpgsql volatile security definer set search_path = pg_catalog set enable_nestloop = off set plan_cache_mode = force_generic_plan as $$
declare
  many integer;
  open_surveys uuid[];
begin
  select array_agg(u.survey) into open_surveys from (select distinct unnest(of_survey) as survey) u where pg_try_advisory_xact_lock_shared(hashtextextended(u.survey::text, 20261130));
  -- A statement of its own from here on: it sees what the mixer committed before the lock was free.
  with first as (
    -- One pass, two submissions in one group: the first that came counts.
    select distinct on (hash) *, (select p.way_in from intake.pass p where p.hash = t.hash) as way_in
      from unnest(of_survey, audiences, passes, noted, submissions, sealed_answers, sealed_texts) with ordinality as t(survey, audience, hash, noted, submission, answers, texts, place)
     order by hash, place
  ), known as (
    select f.*, w.setting, case when w.places >= 10 then w.way_in end as session
      from first f join intake.way_in w on w.way_in = f.way_in and w.survey = f.survey and w.audience = f.audience
      join intake.survey s on s.survey = w.survey and s.mixed_on is null and today between s.opens_on and s.late_until
     where f.survey = any (open_surveys)
  ), kept as (
    -- In the order of the hashes: two groups that meet wait for each other in one order only, and the order of sending is lost.
    insert into intake.spent (hash, way_in, submission) select k.noted, way_in, submission from known k order by k.noted
    on conflict (hash) do nothing
    returning hash
  )
  insert into intake.inbox (survey, setting, audience, session, answers, texts)
  select survey, setting, audience, session, answers, texts from known k where k.noted in (select hash from kept) order by random();
  -- Nearly always all are kept, and nothing is left to look up.
  get diagnostics many = row_count;
  if many = cardinality(passes) then return null; end if;
  -- A statement of its own: it sees what others committed while the first one waited.
  return (
    select array_agg(case when t.before is not null and t.before = t.submission then 'accepted' when t.before is not null then 'used'
                          when w.way_in is null or w.survey <> t.survey or w.audience <> t.audience then 'unknown' else 'closed' end order by t.place)
      from (select u.*, (select x.submission from intake.spent x where x.hash = u.noted) as before, (select p.way_in from intake.pass p where p.hash = u.hash) as way_in
              from unnest(of_survey, audiences, passes, noted, submissions) with ordinality as u(survey, audience, hash, noted, submission, place)) t
      left join intake.way_in w on w.way_in = t.way_in);
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
  update intake.way_in w set answered = coalesce(w.answered, (select count(*) from intake.spent x where x.way_in = w.way_in)) where w.survey = of_survey;
  delete from intake.spent x using intake.way_in w where w.way_in = x.way_in and w.survey = of_survey;
  delete from intake.pass p using intake.way_in w where w.way_in = p.way_in and w.survey = of_survey and w.kind <> 'cards';
  delete from intake.survey_key k where k.survey = of_survey;
  insert into kit.trace (filled_by, rewritten, must)
  select 'intake.fill_survey_keys', '{intake.inbox,intake.spent,intake.pass,intake.answer}', s.is_older from intake.survey s where s.survey = of_survey;
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

-- How many answered, in bands of ten (P14): counted by the way in, and noted there once the answers are mixed.
create or replace function record.received(of_survey uuid) returns table (way_in uuid, setting uuid, audience text, band integer) language sql stable security definer set search_path = pg_catalog as $$
  select w.way_in, w.setting, w.audience, case when n.many = 0 then 0 when n.many < 10 then 1 else (n.many / 10) * 10 end::integer
    from intake.way_in w join intake.survey s on s.survey = w.survey
    cross join lateral (select coalesce(w.answered, (select count(*) from intake.spent x where x.way_in = w.way_in)) as many) n
   where w.survey = of_survey and record.organisation_in_sight() in (s.organisation, w.setting)
$$;
create or replace function record.received_by_setting(of_survey uuid) returns table (setting uuid, audience text, band integer) language sql stable security definer set search_path = pg_catalog as $$
  select g.setting, g.audience, case when g.many = 0 then 0 when g.many < 10 then 1 else (g.many / 10) * 10 end::integer
    from (select w.setting, w.audience, sum(coalesce(w.answered, (select count(*) from intake.spent x where x.way_in = w.way_in)))::bigint as many
            from intake.way_in w join intake.survey s on s.survey = w.survey
           where w.survey = of_survey and record.organisation_in_sight() in (s.organisation, w.setting) group by w.setting, w.audience) g
$$;
