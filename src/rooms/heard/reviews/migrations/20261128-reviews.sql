-- Reviews: what was written freely waits here until a named reviewer has read it; what worries goes into a store that only safeguarding
-- leads open; and two persons together may learn the session that it came from, never the child. Sources: reference listening P8 to P12, P16.

-- Texts in quarantine. Ids are random and new: nothing leads back to the answers, nor from one text of a child to another.
create table record.free_text (
  organisation uuid not null references record.organisation,
  survey uuid not null,
  id uuid not null,
  setting uuid,
  audience text not null,
  item text not null,
  language text not null,
  -- As it was written; for reviewers only, for ever. Empty once it is with the safeguarding leads: nobody else keeps a copy.
  body text not null,
  -- The day on which it was taken out of the inbox, as the deadline counts.
  day date not null,
  -- It stands at the head of the queue: a word of the list was found in it, or there is no list for its language (P11). It orders, nothing else.
  is_first boolean not null,
  state text not null default 'new' constraint free_text_state_known check (state in ('new', 'cleared', 'redacted', 'withheld', 'safeguarding')),
  -- What others may read in place of the body.
  edited text,
  reason text,
  -- "Could a classmate recognise this?" was answered with no (P16).
  quotable boolean not null default false,
  reviewer uuid references record.account,
  decided_on date,
  primary key (organisation, survey, id),
  foreign key (organisation, survey) references record.survey (organisation, id),
  constraint free_text_decided check ((state = 'new') = (reviewer is null) and (state = 'new') = (decided_on is null)),
  constraint free_text_edited check ((state = 'redacted') = (edited is not null)),
  constraint free_text_reason check ((state = 'withheld') = (reason is not null)),
  constraint free_text_quotable check (not quotable or state in ('cleared', 'redacted'))
);
create unique index free_text_by_id on record.free_text (id);
create index free_text_waiting on record.free_text (organisation, survey, is_first desc, day, item, id) where state = 'new';

-- P9: nobody but the reviewers who were named for the survey, whatever else their role is.
alter table record.free_text enable row level security;
create policy inside on record.free_text to kept_work
  using (organisation = record.organisation_in_sight() and exists (select from record.survey_reviewer r where r.organisation = free_text.organisation and r.survey = free_text.survey and r.account = kit.account()))
  with check (organisation = record.organisation_in_sight() and state <> 'safeguarding' and reviewer = kit.account());
grant select on record.free_text to kept_work;
grant update (state, edited, reason, quotable, reviewer, decided_on) on record.free_text to kept_work;

create function record.refuse_after_safeguarding() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'what was passed to the safeguarding leads stays with them' using errcode = 'insufficient_privilege';
end $$;
create trigger free_text_passed_stays before update on record.free_text for each row when (old.state = 'safeguarding') execute function record.refuse_after_safeguarding();

-- The session of a text, apart. No gate may read it: see record.release_session.
create table record.text_session (
  organisation uuid not null,
  text uuid not null constraint text_session_pk primary key references record.free_text (id),
  session uuid not null
);
call record.guard_organisation('text_session');

-- Takes what the mixer put down into the reviewers' queues, in another order and under other ids. `lists`: for each language a pattern that
-- puts a text at the head of the queue; a text in a language without one goes there too.
create function record.take_in_texts(lists jsonb) returns bigint language sql volatile security definer set search_path = pg_catalog
  begin atomic
    with gone as (
      delete from intake.text t using record.survey s where s.organisation = t.organisation and s.id = t.survey returning t.*
    ), fresh as materialized (
      select gen_random_uuid() as new_id, g.*, lists ->> split_part(lower(g.language), '-', 1) as list from gone g order by random()
    ), kept as (
      insert into record.free_text (organisation, survey, id, setting, audience, item, language, body, day, is_first)
      select f.organisation, f.survey, f.new_id, f.setting, f.audience, f.item, f.language, f.body, f.day, f.list is null or f.body ~* f.list from fresh f order by f.new_id
    ), apart as (
      insert into record.text_session (organisation, text, session) select f.organisation, f.new_id, f.session from fresh f where f.session is not null order by f.new_id
    )
    select count(*) from fresh;
  end;

-- P17: what was written freely goes on the day on which the answers go, whatever was decided about it; how many texts. Concerns stay.
create function record.forget_texts(today date) returns bigint language sql volatile security definer set search_path = pg_catalog
  begin atomic
    delete from record.text_session x using record.free_text t, intake.survey s
     where t.id = x.text and t.organisation = record.organisation_in_sight() and s.survey = t.survey and s.organisation = t.organisation and today > s.keep_until;
    with gone as (
      delete from record.free_text t using intake.survey s
       where t.organisation = record.organisation_in_sight() and s.survey = t.survey and s.organisation = t.organisation and today > s.keep_until returning 1
    ) select count(*) from gone;
  end;

-- What waits in the surveys of the organisation in sight, without a word of it: for its leads, who see how late it is, and for letters.
create function record.waiting_texts() returns table (survey uuid, oldest date) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select t.survey, min(t.day) from record.free_text t where t.organisation = record.organisation_in_sight() and t.state = 'new' group by t.survey;
  end;

-- What was cleared, as it may be read by the organisation that asked: without its setting, its day and its reader.
create function record.cleared_texts(of_survey uuid) returns table (id uuid, audience text, item text, language text, words text, quotable boolean, reviewer uuid)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select t.id, t.audience, t.item, t.language, coalesce(t.edited, t.body), t.quotable, t.reviewer from record.free_text t
     where t.organisation = record.organisation_in_sight() and t.survey = of_survey and t.state in ('cleared', 'redacted');
  end;

-- The safeguarding store (P10). `organisation` is whose leads read it: the setting's, or those of whoever asks.
create table record.concern (
  organisation uuid not null references record.organisation,
  id uuid not null,
  asked_by uuid not null references record.organisation,
  survey uuid not null,
  survey_name text not null,
  setting uuid references record.organisation,
  audience text not null,
  question text not null,
  language text not null,
  body text not null,
  day date not null,
  -- Whether a session of ten places or more is known.
  has_session boolean not null,
  passed_on date not null,
  acknowledged_on date,
  acknowledged_by uuid references record.account,
  action text,
  action_on date,
  action_by uuid references record.account,
  outcome text,
  outcome_on date,
  outcome_by uuid references record.account,
  primary key (organisation, id),
  constraint concern_in_order check ((action is null or acknowledged_on is not null) and (outcome is null or action is not null))
);
create unique index concern_by_id on record.concern (id);
create index concern_by_survey on record.concern (survey);

create function record.is_safeguarding(at uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select from record.account_role r join record.account a on a.id = r.account and a.closed_at is null where r.account = kit.account() and r.organisation = at and r.role = 'safeguarding');
  end;
alter table record.concern enable row level security;
create policy inside on record.concern to kept_work using (organisation = record.organisation_in_sight() and record.is_safeguarding(organisation));
grant select on record.concern to kept_work;
grant update (acknowledged_on, acknowledged_by, action, action_on, action_by, outcome, outcome_on, outcome_by) on record.concern to kept_work;

create table record.concern_session (
  organisation uuid not null,
  concern uuid not null constraint concern_session_pk primary key references record.concern (id),
  session uuid not null
);
call record.guard_organisation('concern_session');

-- Whose safeguarding leads would get a text of a setting: the setting's own, else those of whoever asks, else nobody.
create function record.safeguarding_home(asking uuid, at_setting uuid) returns uuid language sql stable security definer set search_path = pg_catalog
  begin atomic
    select h.id from unnest(array[at_setting, asking]) with ordinality as h(id, place)
     where exists (select from record.account_role r join record.account a on a.id = r.account and a.closed_at is null where r.organisation = h.id and r.role = 'safeguarding')
     order by h.place limit 1;
  end;

-- Passes a text on: out of the queue, into the store. Null where nobody could receive it; then nothing has changed.
create function record.pass_to_safeguarding(which uuid, new_id uuid, asked_question text, today date) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  passed record.free_text;
  home uuid;
begin
  select t.* into passed from record.free_text t join record.survey_reviewer r on r.organisation = t.organisation and r.survey = t.survey and r.account = kit.account()
   where t.id = which and t.organisation = record.organisation_in_sight() and t.state <> 'safeguarding' for update of t;
  if not found then raise exception 'no such text' using errcode = 'insufficient_privilege'; end if;
  home := record.safeguarding_home(passed.organisation, passed.setting);
  if home is null then return null; end if;
  insert into record.concern (organisation, id, asked_by, survey, survey_name, setting, audience, question, language, body, day, has_session, passed_on)
  select home, new_id, passed.organisation, passed.survey, s.name, passed.setting, passed.audience, asked_question, passed.language, passed.body, passed.day,
         exists (select from record.text_session x where x.text = which), today
    from record.survey s where s.organisation = passed.organisation and s.id = passed.survey;
  insert into record.concern_session (organisation, concern, session) select home, new_id, x.session from record.text_session x where x.text = which;
  delete from record.text_session x where x.text = which;
  update record.free_text t set state = 'safeguarding', body = '', edited = null, reason = null, quotable = false, reviewer = kit.account(), decided_on = today where t.id = which;
  return home;
end $$;

-- How many of a survey were passed on and how they stand: all that whoever asks learns of them.
create function record.concern_counts(of_survey uuid) returns table (stands text, many bigint) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select case when c.outcome is not null then 'closed' when c.action is not null then 'acted on' when c.acknowledged_on is not null then 'acknowledged' else 'waiting' end, count(*)
      from record.concern c where c.survey = of_survey and c.asked_by = record.organisation_in_sight() group by 1;
  end;

-- The days on which what nobody has acknowledged yet was passed on; for letters, which carry nothing else.
create function record.unacknowledged_concerns() returns table (passed_on date) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select c.passed_on from record.concern c where c.organisation = record.organisation_in_sight() and c.acknowledged_on is null;
  end;

-- Break-glass (P12): one safeguarding lead asks, another person answers.
create table record.session_request (
  -- Whose concern it is.
  organisation uuid not null,
  id uuid not null,
  concern uuid not null references record.concern (id),
  asked_of uuid not null references record.organisation,
  survey_name text not null,
  reason text not null,
  asked_by uuid not null references record.account,
  asked_on date not null,
  answer text constraint session_request_answer_known check (answer in ('released', 'declined')),
  answered_by uuid references record.account,
  answered_on date,
  primary key (organisation, id),
  constraint session_request_needs_two check (answered_by <> asked_by),
  constraint session_request_answered check ((answer is null) = (answered_by is null) and (answer is null) = (answered_on is null))
);
create unique index session_request_one_open on record.session_request (concern) where answer is null;

-- Who may answer for the organisation in sight: its safeguarding leads where the concern is theirs, its leads and administrators where it asked.
create function record.answers_requests(home uuid, asked_of uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  begin atomic
    select (home = record.organisation_in_sight() and record.is_safeguarding(home))
        or (asked_of = record.organisation_in_sight() and exists (select from record.account_role r join record.account a on a.id = r.account and a.closed_at is null
             where r.account = kit.account() and r.organisation = record.organisation_in_sight() and r.role in ('administrator', 'lead')));
  end;
alter table record.session_request enable row level security;
create policy inside on record.session_request to kept_work using (record.answers_requests(organisation, asked_of));
grant select on record.session_request to kept_work;

-- False where it is no concern of the caller's, its session is not known, or a request is open or was granted.
create function record.ask_for_session(which uuid, new_id uuid, why text, today date) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from record.concern c where c.id = which for update;
  insert into record.session_request (organisation, id, concern, asked_of, survey_name, reason, asked_by, asked_on)
  select c.organisation, new_id, c.id, c.asked_by, c.survey_name, why, kit.account(), today from record.concern c
   where c.id = which and c.organisation = record.organisation_in_sight() and record.is_safeguarding(c.organisation) and c.has_session
     and not exists (select from record.session_request r where r.concern = c.id and (r.answer is null or r.answer = 'released'));
  return found;
end $$;

-- The second person's answer. Never the asker's own; the rule stands here and in the table's own constraint.
create function record.release_session(which uuid, grants boolean, today date) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update record.session_request r set answer = case when grants then 'released' else 'declined' end, answered_by = kit.account(), answered_on = today
   where r.id = which and r.answer is null and r.asked_by <> kit.account() and record.answers_requests(r.organisation, r.asked_of);
  return found;
end $$;

-- What the two learn: what the class session or batch of cards was called. Nobody else, and neither of them the child.
create function record.released_session(which uuid) returns text language sql stable security definer set search_path = pg_catalog
  begin atomic
    select w.label from record.session_request r join record.concern_session s on s.concern = r.concern join record.way_in w on w.id = s.session
     where r.id = which and r.answer = 'released' and kit.account() in (r.asked_by, r.answered_by) and record.organisation_in_sight() in (r.organisation, r.asked_of);
  end;

-- Names of organisations and accounts for those who see a concern or a request: a row that is about two organisations names both.
create function record.setting_name(of_setting uuid) returns text language sql stable security definer set search_path = pg_catalog
  begin atomic
    select o.name from record.organisation o where o.id = of_setting and (o.id = record.organisation_in_sight()
       or exists (select from record.survey_setting s where s.setting = o.id and s.organisation = record.organisation_in_sight())
       or exists (select from record.concern c where c.organisation = record.organisation_in_sight() and o.id in (c.setting, c.asked_by)));
  end;

grant execute on function record.take_in_texts(jsonb), record.forget_texts(date), record.waiting_texts(), record.cleared_texts(uuid), record.is_safeguarding(uuid), record.safeguarding_home(uuid, uuid), record.pass_to_safeguarding(uuid, uuid, text, date),
  record.concern_counts(uuid), record.unacknowledged_concerns(), record.answers_requests(uuid, uuid), record.ask_for_session(uuid, uuid, text, date), record.release_session(uuid, boolean, date), record.released_session(uuid), record.setting_name(uuid) to kept_work;
