-- What may come in late, seats that come back, and codes that are stopped. Sources: reference listening 4.2, 4.3, P1, P14, P17; decision 0013.

-- Nobody begins any more, although its last day is not over: whoever asks has closed it.
alter table intake.survey add column closed boolean not null default false;

-- Beyond "closed" (nobody begins, what was issued still arrives): nothing comes in at all.
--   paused     the setting does not take part at present; taking part again lets it go on
--   withdrawn  its cards or its code got into wrong hands, or are not needed; what came in before counts
--   voided     as withdrawn, and what came in before was destroyed
alter table intake.way_in add column stopped text constraint way_in_stopped_known check (stopped in ('paused', 'withdrawn', 'voided'));

-- Of a seat: in which ten minutes of a day it was taken or last seen, 0 to 143. Without the day, and gone at the next mixing once it has
-- answered; null for cards. It says when a seat that nobody uses is free again, and nothing finer.
alter table intake.pass add column turn smallint constraint pass_turn check (turn between 0 and 143);
create index pass_with_turn on intake.pass (way_in) where turn is not null;

-- The way in, while answers are sealed: so that what came by a leaked code can be destroyed before it is mixed. The mixer puts down `session` alone.
alter table intake.inbox add column way_in uuid;
update intake.inbox set way_in = session;
create index inbox_by_survey on intake.inbox (survey);

-- A seat that was given back stands here with nought in place of a submission. The key of this table decides between an answer and the return
-- of its seat at the same moment: one of the two is there first, and the other finds it.
create function intake.nought() returns bytea language sql immutable parallel safe set search_path = pg_catalog as $$ select '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea $$;
revoke execute on function intake.nought() from public;
create index spent_by_way_in on intake.spent (way_in) where submission <> '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea;

create function intake.turn_of(moment timestamptz) returns smallint language sql immutable parallel safe set search_path = pg_catalog as $$
  select ((floor(extract(epoch from moment) / 600))::bigint % 144)::smallint
$$;
revoke execute on function intake.turn_of(timestamptz) from public;

-- Seats of a way in that nobody has used since the turn before last: ten to twenty minutes. With `every`, all that have not answered.
create function intake.unused_seats(of_way uuid, moment timestamptz, every_seat boolean) returns setof bytea language sql stable set search_path = pg_catalog as $$
  select p.hash from intake.pass p join intake.way_in w on w.way_in = p.way_in and w.kind <> 'cards'
   where p.way_in = of_way and (every_seat or (p.turn is not null and (intake.turn_of(moment) - p.turn + 144) % 144 >= 2))
     and not exists (select from intake.spent x where x.hash = p.hash)
$$;
revoke execute on function intake.unused_seats(uuid, timestamptz, boolean) from public;

-- Gives them back; how many. Whoever calls holds the row of the way in.
create function intake.return_seats(of_way uuid, moment timestamptz, every_seat boolean) returns integer language plpgsql volatile set search_path = pg_catalog as $$
declare
  many integer;
begin
  insert into intake.spent (hash, way_in, submission) select h, of_way, intake.nought() from intake.unused_seats(of_way, moment, every_seat) h order by h on conflict (hash) do nothing;
  get diagnostics many = row_count;
  update intake.way_in w set taken = w.taken - many where w.way_in = of_way and many > 0;
  return many;
end $$;
revoke execute on function intake.return_seats(uuid, timestamptz, boolean) from public;

-- What a code opens: one object, or null where there is no such code.
create or replace function intake.code_opens(code bytea, today date, moment timestamptz) returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  w intake.way_in;
  s intake.survey;
  has_answered boolean := false;
begin
  select o.* into w from intake.way_in o where o.code_hash = code;
  if not found then
    select c.* into w from intake.pass p join intake.way_in c on c.way_in = p.way_in and c.kind = 'cards' where p.hash = code;
    if not found then return null; end if;
    has_answered := exists (select from intake.spent x where x.hash = code);
  end if;
  select v.* into s from intake.survey v where v.survey = w.survey;
  return jsonb_build_object('survey', w.survey, 'wayIn', w.way_in, 'audience', w.audience, 'kind', w.kind, 'place', w.place, 'closesOn', s.closes_on,
    -- Whether staff may still enter forms of paper, and devices what they kept.
    'takesLate', s.mixed_on is null and today between s.opens_on and s.late_until and w.stopped is null,
    'state', case when s.mixed_on is not null or s.closed or today > s.closes_on then 'closed'
                  when w.stopped = 'voided' then 'voided'
                  when w.stopped = 'paused' then 'paused'
                  when has_answered then 'spent'
                  when w.stopped is not null then 'code ended'
                  -- A session that is over before the first day never was.
                  when w.ends_at is not null and (moment > w.ends_at or (w.ends_at at time zone 'Europe/London')::date < s.opens_on) then 'ended'
                  when w.closed then case when w.kind = 'class session' then 'ended' else 'code ended' end
                  when today < s.opens_on then 'not yet'
                  when w.kind <> 'cards' and w.taken >= w.places and w.taken - (select count(*) from intake.unused_seats(w.way_in, moment, false)) >= w.places then 'full'
                  else 'open' end);
end $$;

-- Takes a seat under a number of the taker's own; taking it again changes nothing but that it is seen. Null where it is taken, else why not.
-- `late`: Kept has seen for itself that whoever asks was there before the end (a ticket), or is staff with a form of paper.
create or replace function intake.take_seat(code bytea, seat bytea, today date, moment timestamptz, late boolean) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  w intake.way_in;
  s intake.survey;
  issued_by uuid;
  before bytea;
begin
  -- The row of the way in is the lock: two who take the last seat at once do not both get it.
  select * into w from intake.way_in o where o.code_hash = code for update;
  if not found then return 'unknown'; end if;
  select p.way_in into issued_by from intake.pass p where p.hash = seat;
  if issued_by <> w.way_in then return 'unknown'; end if;
  select * into s from intake.survey v where v.survey = w.survey;
  if w.stopped is not null then return case w.stopped when 'voided' then 'voided' when 'paused' then 'paused' else 'code ended' end; end if;
  if s.mixed_on is not null or today > s.late_until then return 'closed'; end if;
  if today < s.opens_on then return case when w.ends_at is not null and (w.ends_at at time zone 'Europe/London')::date < s.opens_on then 'ended' else 'not yet' end; end if;
  if issued_by is not null then
    select x.submission into before from intake.spent x where x.hash = seat;
    -- It has answered, or is still its taker's.
    if before is null then
      update intake.pass p set turn = intake.turn_of(moment) where p.hash = seat and p.turn <> intake.turn_of(moment);
      return null;
    end if;
    if before <> intake.nought() then return null; end if;
  elsif not late then
    if s.closed or today > s.closes_on then return 'closed'; end if;
    if w.ends_at is not null and moment > w.ends_at then return 'ended'; end if;
    if w.closed then return case when w.kind = 'class session' then 'ended' else 'code ended' end; end if;
    -- Whoever has the link can come again and again: 1,200 at once and 20 a second, however many processes and senders there are.
    if w.kind = 'open link' and not kit.take_token('open link ' || w.way_in, 1200, 20, moment) then return 'too many'; end if;
  end if;
  if w.taken >= w.places then
    perform intake.return_seats(w.way_in, moment, false);
    select * into w from intake.way_in o where o.way_in = w.way_in;
    if w.taken >= w.places then return 'full'; end if;
  end if;
  update intake.way_in o set taken = o.taken + 1 where o.way_in = w.way_in;
  if issued_by is null then
    insert into intake.pass (hash, way_in, turn) values (seat, w.way_in, intake.turn_of(moment));
  else
    -- It was given back; its taker is here again, and a place is free.
    delete from intake.spent x where x.hash = seat and x.submission = intake.nought();
    update intake.pass p set turn = intake.turn_of(moment) where p.hash = seat;
  end if;
  return null;
end $$;

-- Gives a seat back that has not answered: somebody stopped and left.
create or replace function intake.leave_seat(seat bytea) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  left_way uuid;
begin
  select w.way_in into left_way from intake.pass p join intake.way_in w on w.way_in = p.way_in and w.kind <> 'cards' where p.hash = seat;
  if left_way is null then return; end if;
  perform from intake.way_in w where w.way_in = left_way for update;
  insert into intake.spent (hash, way_in, submission) values (seat, left_way, intake.nought()) on conflict (hash) do nothing;
  if found then update intake.way_in w set taken = w.taken - 1 where w.way_in = left_way; end if;
end $$;

-- As it was (20261128-taking-part), and: nothing comes in by a way that is stopped; whoever voids one waits for groups that are on their way,
-- and groups wait for whoever voids; a seat that was given back is unknown until it is taken again.
--   accepted  it is kept, now or before under this very submission        used    the pass has answered with something else
--   unknown   there is no such pass, or it is of another survey or audience, or the seat was given back
--   closed    nothing comes in any more         voided, paused, code ended        its way in is stopped
create or replace function intake.receive(of_survey uuid[], audiences text[], passes bytea[], submissions bytea[], sealed_answers bytea[], sealed_texts bytea[], today date) returns text[]
  language plpgsql volatile security definer set search_path = pg_catalog set enable_nestloop = off set plan_cache_mode = force_generic_plan as $$
declare
  many integer;
  one uuid;
begin
  for one in select distinct u from unnest(of_survey) u order by u loop
    perform pg_advisory_xact_lock_shared(hashtextextended(one::text, 20261130));
  end loop;
  with first as (
    select distinct on (hash) *, (select p.way_in from intake.pass p where p.hash = t.hash) as way_in
      from unnest(of_survey, audiences, passes, submissions, sealed_answers, sealed_texts) with ordinality as t(survey, audience, hash, submission, answers, texts, place)
     order by hash, place
  ), known as (
    select f.*, w.setting, case when w.places >= 10 or w.kind = 'open link' then w.way_in end as session
      from first f join intake.way_in w on w.way_in = f.way_in and w.survey = f.survey and w.audience = f.audience and w.stopped is null
      join intake.survey s on s.survey = w.survey and s.mixed_on is null and today between s.opens_on and s.late_until
  ), kept as (
    insert into intake.spent (hash, way_in, submission) select hash, way_in, submission from known order by hash
    on conflict (hash) do nothing
    returning hash
  )
  insert into intake.inbox (survey, setting, audience, session, way_in, answers, texts)
  select survey, setting, audience, session, way_in, answers, texts from known where hash in (select hash from kept) order by random();
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
      from (select u.*, (select x.submission from intake.spent x where x.hash = u.hash) as before, (select p.way_in from intake.pass p where p.hash = u.hash) as way_in
              from unnest(of_survey, audiences, passes, submissions) with ordinality as u(survey, audience, hash, submission, place)) t
      left join intake.way_in w on w.way_in = t.way_in left join intake.survey s on s.survey = w.survey);
end $$;

-- P17, as it was; and in which turn a seat was taken is forgotten as soon as it has answered.
create or replace function intake.forget_codes(today date) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from intake.spent x using intake.way_in w, intake.survey s where w.way_in = x.way_in and s.survey = w.survey and s.mixed_on is not null and today > s.closes_on + 30;
  delete from intake.pass p using intake.way_in w, intake.survey s where w.way_in = p.way_in and s.survey = w.survey and s.mixed_on is not null and today > s.closes_on + 30;
  update intake.pass p set turn = null where p.turn is not null and exists (select from intake.spent x where x.hash = p.hash and x.submission <> intake.nought());
end $$;

-- The workspace

-- Another last day. What was answered is never kept longer than was signed: the day of deletion comes earlier with the last day, and never later.
create or replace function record.move_intake(of_survey uuid, last_day date, late_day date) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update intake.survey s set closes_on = last_day, late_until = late_day, keep_until = least(s.keep_until, s.keep_until + (last_day - s.closes_on))
   where s.survey = of_survey and s.organisation = record.organisation_in_sight() and s.mixed_on is null and late_day < least(s.keep_until, s.keep_until + (last_day - s.closes_on));
  return found;
end $$;

-- Nobody begins any more; what was issued still arrives.
create function record.close_intake(of_survey uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update intake.survey s set closed = true where s.survey = of_survey and s.organisation = record.organisation_in_sight();
  return found;
end $$;
revoke execute on function record.close_intake(uuid) from public;

-- Asked twice with one id (a form that was sent twice) it is opened once.
create or replace function record.open_way_in(of_survey uuid, new_way uuid, at_setting uuid, who text, how text, code bytea, how_many integer, what jsonb, until timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from intake.survey s where s.survey = of_survey and s.mixed_on is null and intake.may_open_at(s.survey, s.organisation, at_setting)) then return false; end if;
  insert into intake.way_in (survey, way_in, setting, audience, kind, code_hash, places, place, ends_at) values (of_survey, new_way, at_setting, who, how, code, how_many, what, until) on conflict (way_in) do nothing;
  return found;
end $$;

create or replace function record.add_cards(to_way uuid, hashes bytea[]) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from intake.way_in w join intake.survey s on s.survey = w.survey
    where w.way_in = to_way and w.kind = 'cards' and w.stopped is null and s.mixed_on is null and intake.may_open_at(s.survey, s.organisation, w.setting)) then
    raise exception 'no such batch of cards' using errcode = 'insufficient_privilege';
  end if;
  insert into intake.pass (hash, way_in) select h, to_way from unnest(hashes) as h order by h;
end $$;

-- Seats that were taken and have not answered are free again; what somebody is writing there can still be sent while a place is free.
create function record.free_seats(which uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from intake.way_in w join intake.survey s on s.survey = w.survey
    where w.way_in = which and w.kind <> 'cards' and w.stopped is null and s.mixed_on is null and intake.may_open_at(s.survey, s.organisation, w.setting) for update of w;
  if not found then return false; end if;
  perform intake.return_seats(which, now(), true);
  return true;
end $$;
revoke execute on function record.free_seats(uuid) from public;

-- Stops a way in, or lets a paused one go on (null). Withdrawn stays withdrawn. False where it is not there, or it is stopped for good.
create function record.stop_way_in(which uuid, how text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if how not in ('paused', 'withdrawn') then raise exception 'a way in is paused or withdrawn here' using errcode = 'invalid_parameter_value'; end if;
  update intake.way_in w set stopped = how from intake.survey s
   where w.way_in = which and s.survey = w.survey and coalesce(w.stopped, 'paused') = 'paused' and intake.may_open_at(s.survey, s.organisation, w.setting);
  return found;
end $$;
revoke execute on function record.stop_way_in(uuid, text) from public;

-- Voids a way in: nothing comes in by it any more, and what came in and can be told from others is destroyed, mixed or not. That a pass has
-- answered stays, so that nobody is asked twice in silence. Only whoever asks may; the mixer and groups on their way are waited for.
create function record.void_way_in(which uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
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
  delete from intake.inbox i where i.survey = of_survey and i.way_in = which;
  delete from intake.answer a where a.survey = of_survey and a.session = which;
  return true;
end $$;
revoke execute on function record.void_way_in(uuid) from public;

-- In bands of ten, as before; what was voided is not there.
create or replace function record.received(of_survey uuid) returns table (way_in uuid, setting uuid, audience text, band integer) language sql stable security definer set search_path = pg_catalog as $$
  select w.way_in, w.setting, w.audience, case when n.many = 0 then 0 when n.many < 10 then 1 else (n.many / 10) * 10 end::integer
    from intake.way_in w join intake.survey s on s.survey = w.survey
    cross join lateral (select count(*) as many from intake.spent x where x.way_in = w.way_in and w.stopped is distinct from 'voided'
      and x.submission <> '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea) n
   where w.survey = of_survey and record.organisation_in_sight() in (s.organisation, w.setting)
$$;
create or replace function record.received_by_setting(of_survey uuid) returns table (setting uuid, audience text, band integer) language sql stable security definer set search_path = pg_catalog as $$
  select g.setting, g.audience, case when g.many = 0 then 0 when g.many < 10 then 1 else (g.many / 10) * 10 end::integer
    from (select w.setting, w.audience, sum(n.many)::bigint as many from intake.way_in w join intake.survey s on s.survey = w.survey
      cross join lateral (select count(*) as many from intake.spent x where x.way_in = w.way_in and w.stopped is distinct from 'voided'
        and x.submission <> '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea) n
      where w.survey = of_survey and record.organisation_in_sight() in (s.organisation, w.setting) group by w.setting, w.audience) g
$$;
grant execute on function record.close_intake(uuid), record.free_seats(uuid), record.stop_way_in(uuid, text), record.void_way_in(uuid) to kept_work;
