-- Taking part: what is asked, who may come in, and sealed answers. The intake gate may call four functions and read no table at
-- all; it cannot read back what it handed in. Sources: reference listening 4.3 (submit protocol), P1, P14, P17; decision 0013.
-- Nothing here holds a time, an address or an agent. Every id is random (version 4): ids that follow the clock would order answers.

-- A survey as it is asked: a copy that never changes, made when the survey opens.
create table intake.survey (
  survey uuid not null constraint survey_pk primary key,
  organisation uuid not null,
  -- Asked of taking-part/words.ts.
  asked jsonb not null,
  opens_on date not null,
  -- The last day on which anybody may begin.
  closes_on date not null,
  -- The last day on which what was answered before arrives (answers that waited for a connection).
  late_until date not null,
  -- The last day on which raw answers lie here, as the data sheet says (P17).
  keep_until date not null,
  -- Set by the mixer: nothing comes in any more.
  mixed_on date,
  -- Set when they were deleted.
  forgotten_on date,
  constraint survey_days check (opens_on <= closes_on and closes_on <= late_until and late_until < keep_until)
);

-- Recordings that read its questions aloud: copies, named by the SHA-256 that `asked` has, so that no gate of theirs reaches the record.
create table intake.sound (
  survey uuid not null references intake.survey,
  sha256 text not null,
  type text not null,
  bytes bytea not null,
  constraint sound_pk primary key (survey, sha256)
);
create index sound_by_sha256 on intake.sound (sha256);

-- How people come in: a batch of cards, a class session, an open link. Codes are kept as HMAC-SHA256 under a key that the database never sees.
create table intake.way_in (
  survey uuid not null references intake.survey,
  way_in uuid not null constraint way_in_pk primary key,
  -- Null for a link that is open to all.
  setting uuid,
  audience text not null,
  kind text not null constraint way_in_kind_known check (kind in ('cards', 'class session', 'open link')),
  -- Of a class session or an open link; the cards of a batch have passes in its place.
  code_hash bytea constraint way_in_code_once unique,
  -- Cards printed, or children present; null where there is no limit.
  places integer constraint way_in_places check (places > 0),
  taken integer not null default 0,
  -- WayInPlace of taking-part/words.ts: the setting's name, and whom to turn to there.
  place jsonb not null,
  -- Of a class session.
  ends_at timestamptz,
  closed boolean not null default false,
  constraint way_in_has_code check ((kind = 'cards') = (code_hash is null))
);
create index way_in_by_survey on intake.way_in (survey);

-- One pass answers once: a card, or a seat that somebody took.
create table intake.pass (
  hash bytea not null constraint pass_pk primary key constraint pass_is_hmac check (octet_length(hash) = 32),
  way_in uuid not null references intake.way_in
);
create index pass_by_way_in on intake.pass (way_in);

-- That a pass has answered, and under which submission: an HMAC over a random number that only the sender knows and over what was sent.
-- No column leads to the answers.
create table intake.spent (
  hash bytea not null constraint spent_pk primary key,
  way_in uuid not null,
  submission bytea not null constraint spent_submission_is_hmac check (octet_length(submission) = 32)
);
-- No index by way in, for which every answer would pay: whoever counts comes by the passes.

-- What came in and is not mixed yet, sealed under a key that the database never sees.
create table intake.inbox (
  survey uuid not null,
  id uuid not null default gen_random_uuid(),
  setting uuid,
  audience text not null,
  -- The way in, where it has ten places or more; null otherwise (reference listening 4.3).
  session uuid,
  answers bytea not null,
  -- What was written freely; null where nothing was, or where the mixer has taken it.
  texts bytea
  -- No key: the mixer alone reads it, whole, and takes it out within minutes; an index in random order would double the cost of a row.
);

-- Mixed answers: `codes` has one number for each item of the instrument's version, in its order (answers.ts says what they mean).
create table intake.answer (
  survey uuid not null,
  id uuid not null default gen_random_uuid(),
  setting uuid,
  session uuid,
  audience text not null,
  language text not null,
  codes bigint[] not null,
  -- From which the order of options of "choose" follows as it was shown (order.ts; reference listening 2.2); null where they stood as written.
  seed integer,
  constraint answer_pk primary key (survey, id)
);

-- What was written freely, apart from the answers beside it, until a reviewer's queue takes it over.
create table intake.text (
  organisation uuid not null,
  survey uuid not null,
  id uuid not null default gen_random_uuid(),
  setting uuid,
  audience text not null,
  session uuid,
  item text not null,
  language text not null,
  body text not null,
  -- The day on which it was taken out of the inbox, not a time.
  day date not null,
  constraint text_pk primary key (survey, id)
);

-- The intake gate

-- What is asked in a survey that is open, or whose late answers still arrive.
create function intake.asked(of_survey uuid) returns jsonb language sql stable security definer set search_path = pg_catalog
  begin atomic
    select s.asked from intake.survey s where s.survey = of_survey and s.mixed_on is null;
  end;

-- A recording of a survey that is asked: for whoever has its name out of a question.
create function intake.sound_named(name text) returns table (type text, bytes bytea) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select o.type, o.bytes from intake.sound o join intake.survey s on s.survey = o.survey and s.mixed_on is null where o.sha256 = name limit 1;
  end;

-- What a code opens: one object, or null where there is no such code.
create function intake.code_opens(code bytea, today date, moment timestamptz) returns jsonb language sql stable security definer set search_path = pg_catalog
  begin atomic
    select jsonb_build_object('survey', w.survey, 'wayIn', w.way_in, 'audience', w.audience, 'kind', w.kind, 'place', w.place, 'closesOn', s.closes_on,
             'state', case when s.mixed_on is not null or today > s.closes_on or w.closed then 'closed'
                           when today < s.opens_on then 'not yet'
                           when w.kind = 'cards' and x.hash is not null then 'spent'
                           when w.ends_at is not null and moment > w.ends_at then 'ended'
                           when w.kind <> 'cards' and w.taken >= w.places then 'full'
                           else 'open' end)
      from (select p.way_in from intake.pass p join intake.way_in c on c.way_in = p.way_in and c.kind = 'cards' where p.hash = code
            union all select o.way_in from intake.way_in o where o.code_hash = code) as found
      join intake.way_in w on w.way_in = found.way_in join intake.survey s on s.survey = w.survey
      left join intake.spent x on x.hash = code;
  end;

-- Takes a seat under a number of the taker's own; taking it again changes nothing. Null where it is taken, else why not.
-- `late`: an answer that waited for a connection may find the session over, not the survey.
create function intake.take_seat(code bytea, seat bytea, today date, moment timestamptz, late boolean) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_way intake.way_in;
  found_survey intake.survey;
begin
  -- The row of the way in is the lock: two who take the last seat at once do not both get it.
  select * into found_way from intake.way_in w where w.code_hash = code for update;
  if not found then return 'unknown'; end if;
  if exists (select from intake.pass p where p.hash = seat) then
    return case when exists (select from intake.pass p where p.hash = seat and p.way_in = found_way.way_in) then null else 'unknown' end;
  end if;
  select * into found_survey from intake.survey s where s.survey = found_way.survey;
  if found_survey.mixed_on is not null or today > (case when late then found_survey.late_until else found_survey.closes_on end) then return 'closed'; end if;
  if today < found_survey.opens_on then return 'not yet'; end if;
  if not late and found_way.closed then return 'closed'; end if;
  if not late and found_way.ends_at is not null and moment > found_way.ends_at then return 'ended'; end if;
  if found_way.taken >= found_way.places then return 'full'; end if;
  update intake.way_in w set taken = taken + 1 where w.way_in = found_way.way_in;
  insert into intake.pass (hash, way_in) values (seat, found_way.way_in);
  return null;
end $$;

-- Gives a seat back that has not answered: somebody stopped and left.
create function intake.leave_seat(seat bytea) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  left_way uuid;
begin
  delete from intake.pass p using intake.way_in w where p.hash = seat and w.way_in = p.way_in and w.kind <> 'cards'
    and not exists (select from intake.spent x where x.hash = p.hash) returning p.way_in into left_way;
  update intake.way_in w set taken = taken - 1 where w.way_in = left_way;
end $$;

-- A group of submissions, each with the pass that it answers under; one commit for all of them. Null where all are accepted; else the n-th
-- outcome is the n-th's:
--   accepted  it is kept, now or before under this very submission
--   used      the pass has answered with something else
--   unknown   there is no such pass, or it is of another survey or audience       closed  nothing comes in any more
create function intake.receive(of_survey uuid[], audiences text[], passes bytea[], submissions bytea[], sealed_answers bytea[], sealed_texts bytea[], today date) returns text[]
  -- Passes are looked up one by one (a subquery is never turned into a scan of the whole table, which the planner would choose while the
  -- table is small and keep); what is left to join are short lists, and nested loops over two of them would square the time of a group.
  -- One plan for groups of every size: made anew for each small group, it would cost more than the group.
  language plpgsql volatile security definer set search_path = pg_catalog set enable_nestloop = off set plan_cache_mode = force_generic_plan as $$
declare
  many integer;
begin
  with first as (
    -- One pass, two submissions in one group: the first that came counts.
    select distinct on (hash) *, (select p.way_in from intake.pass p where p.hash = t.hash) as way_in
      from unnest(of_survey, audiences, passes, submissions, sealed_answers, sealed_texts) with ordinality as t(survey, audience, hash, submission, answers, texts, place)
     order by hash, place
  ), known as (
    select f.*, w.setting, case when w.places >= 10 then w.way_in end as session
      from first f join intake.way_in w on w.way_in = f.way_in and w.survey = f.survey and w.audience = f.audience
      join intake.survey s on s.survey = w.survey and s.mixed_on is null and today between s.opens_on and s.late_until
  ), kept as (
    -- In the order of the hashes: two groups that meet wait for each other in one order only, and the order of sending is lost.
    insert into intake.spent (hash, way_in, submission) select hash, way_in, submission from known order by hash
    on conflict (hash) do nothing
    returning hash
  )
  insert into intake.inbox (survey, setting, audience, session, answers, texts)
  select survey, setting, audience, session, answers, texts from known where hash in (select hash from kept) order by random();
  -- Nearly always all are kept, and nothing is left to look up.
  get diagnostics many = row_count;
  if many = cardinality(passes) then return null; end if;
  -- A statement of its own: it sees what others committed while the first one waited.
  return (
    select array_agg(case when t.before is not null and t.before = t.submission then 'accepted' when t.before is not null then 'used'
                          when w.way_in is null or w.survey <> t.survey or w.audience <> t.audience then 'unknown' else 'closed' end order by t.place)
      from (select u.*, (select x.submission from intake.spent x where x.hash = u.hash) as before, (select p.way_in from intake.pass p where p.hash = u.hash) as way_in
              from unnest(of_survey, audiences, passes, submissions) with ordinality as u(survey, audience, hash, submission, place)) t
      left join intake.way_in w on w.way_in = t.way_in);
end $$;
grant execute on function intake.asked(uuid), intake.sound_named(text), intake.code_opens(bytea, date, timestamptz), intake.take_seat(bytea, bytea, date, timestamptz, boolean), intake.leave_seat(bytea),
  intake.receive(uuid[], text[], bytea[], bytea[], bytea[], bytea[], date) to kept_intake;

-- The mixer (release): takes sealed answers out of the inbox and puts them down in another order. It reads no pass and nothing that was spent.
grant select on intake.survey to kept_release;
grant update (mixed_on) on intake.survey to kept_release;
grant select, delete, update (texts) on intake.inbox to kept_release;
grant select, insert, delete on intake.answer to kept_release;
grant insert on intake.text to kept_release;

create function intake.forget_codes(today date) returns void language sql volatile security definer set search_path = pg_catalog
  begin atomic
    -- P17: 30 days after nothing comes in any more, what was spent is forgotten, and the passes with it.
    delete from intake.spent x using intake.way_in w, intake.survey s where w.way_in = x.way_in and s.survey = w.survey and s.mixed_on is not null and today > s.closes_on + 30;
    delete from intake.pass p using intake.way_in w, intake.survey s where w.way_in = p.way_in and s.survey = w.survey and s.mixed_on is not null and today > s.closes_on + 30;
  end;

-- P17: after the day that was set at design no raw answer is left, mixed or not, nor what was written freely and waits here.
create function intake.forget_answers(today date) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
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
    update intake.survey s set forgotten_on = today, mixed_on = coalesce(s.mixed_on, today) where s.survey = past;
  end loop;
end $$;
grant execute on function intake.forget_codes(date), intake.forget_answers(date) to kept_release;

-- The workspace: opens and closes, prints cards, and sees bands. It reads no table of this schema.

create function record.open_intake(of_survey uuid, what jsonb, from_day date, last_day date, late_day date, kept_day date) returns void language sql volatile security definer set search_path = pg_catalog
  begin atomic
    insert into intake.survey (survey, organisation, asked, opens_on, closes_on, late_until, keep_until) values (of_survey, record.organisation_in_sight(), what, from_day, last_day, late_day, kept_day);
  end;

-- Copies the recordings that a survey's questions name, in the languages in which it is asked, out of the instrument of whoever asks.
create function record.copy_sounds(of_survey uuid, of_instrument uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  insert into intake.sound (survey, sha256, type, bytes)
  select distinct on (r.sha256) s.survey, r.sha256, r.type, r.bytes
    from intake.survey s, jsonb_path_query(s.asked, '$.content.items[*].sounds[*]') as named
    join record.instrument_sound r on r.sha256 = named ->> 'sha256'
   where s.survey = of_survey and s.organisation = record.organisation_in_sight() and s.mixed_on is null
     and r.organisation = s.organisation and r.instrument = of_instrument and s.asked -> 'languages' ? (named ->> 'language')
  on conflict do nothing;
end $$;

-- Another last day, and with it the day of deletion; never for a survey whose answers are mixed.
create function record.move_intake(of_survey uuid, last_day date, late_day date) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update intake.survey s set closes_on = last_day, late_until = late_day, keep_until = s.keep_until + (last_day - s.closes_on) where s.survey = of_survey and s.organisation = record.organisation_in_sight() and s.mixed_on is null;
  return found;
end $$;

-- Who may open a way in at a setting, print cards for it or change it: whoever asks, or the setting for itself once it takes part. A survey's
-- id is no secret, so naming oneself is not enough. (record.survey_setting is of the next room; the name is looked up when this runs.)
create function intake.may_open_at(of_survey uuid, asking uuid, at_setting uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return coalesce(record.organisation_in_sight() = asking or (record.organisation_in_sight() = at_setting and exists (
    select from record.survey_setting s where s.organisation = asking and s.survey = of_survey and s.setting = at_setting and s.invited_on is not null and s.answer = 'takes part')), false);
end $$;

create function record.open_way_in(of_survey uuid, new_way uuid, at_setting uuid, who text, how text, code bytea, how_many integer, what jsonb, until timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from intake.survey s where s.survey = of_survey and s.mixed_on is null and intake.may_open_at(s.survey, s.organisation, at_setting)) then return false; end if;
  insert into intake.way_in (survey, way_in, setting, audience, kind, code_hash, places, place, ends_at) values (of_survey, new_way, at_setting, who, how, code, how_many, what, until);
  return true;
end $$;

-- The passes of a batch of cards, in an order that is not the printed one.
create function record.add_cards(to_way uuid, hashes bytea[]) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from intake.way_in w join intake.survey s on s.survey = w.survey where w.way_in = to_way and w.kind = 'cards' and s.mixed_on is null and intake.may_open_at(s.survey, s.organisation, w.setting)) then
    raise exception 'no such batch of cards' using errcode = 'insufficient_privilege';
  end if;
  insert into intake.pass (hash, way_in) select h, to_way from unnest(hashes) as h order by h;
end $$;

-- More places for a session, or its end.
create function record.change_way_in(which uuid, how_many integer, until timestamptz, is_closed boolean) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update intake.way_in w set places = case when how_many is not null then greatest(how_many, w.taken, 1) end, ends_at = until, closed = is_closed from intake.survey s
   where w.way_in = which and s.survey = w.survey and intake.may_open_at(s.survey, s.organisation, w.setting);
  return found;
end $$;

-- How many answered, in bands of ten (P14): 0 for none, then 1, 10, 20 ... as the least of the band.
create function record.received(of_survey uuid) returns table (way_in uuid, setting uuid, audience text, band integer) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select w.way_in, w.setting, w.audience, case when n.many = 0 then 0 when n.many < 10 then 1 else (n.many / 10) * 10 end::integer
      from intake.way_in w join intake.survey s on s.survey = w.survey
      cross join lateral (select count(*) as many from intake.pass p join intake.spent x on x.hash = p.hash where p.way_in = w.way_in) n
     where w.survey = of_survey and record.organisation_in_sight() in (s.organisation, w.setting);
  end;
-- The same of a whole survey by setting and audience: bands of sums, because sums of bands would be wrong.
create function record.received_by_setting(of_survey uuid) returns table (setting uuid, audience text, band integer) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select g.setting, g.audience, case when g.many = 0 then 0 when g.many < 10 then 1 else (g.many / 10) * 10 end::integer
      from (select w.setting, w.audience, count(x.hash) as many from intake.way_in w join intake.survey s on s.survey = w.survey left join intake.pass p on p.way_in = w.way_in left join intake.spent x on x.hash = p.hash
             where w.survey = of_survey and record.organisation_in_sight() in (s.organisation, w.setting) group by w.setting, w.audience) g;
  end;
grant execute on function record.open_intake(uuid, jsonb, date, date, date, date), record.copy_sounds(uuid, uuid), record.move_intake(uuid, date, date), record.open_way_in(uuid, uuid, uuid, text, text, bytea, integer, jsonb, timestamptz),
  record.add_cards(uuid, bytea[]), record.change_way_in(uuid, integer, timestamptz, boolean), record.received(uuid), record.received_by_setting(uuid) to kept_work;
