-- Promises: "We will … by … So, you can …" (reference listening 5.2). A draft belongs to its organisation; from the day it is
-- agreed, readers see it and everything that happens to it, for good.
create table record.promise (
  organisation uuid not null references record.organisation,
  id uuid not null,
  -- Counts the organisation's promises: the slug is its short name and this number.
  number integer not null,
  slug text not null constraint promise_slug_free unique,
  framework text not null,
  theme text,
  -- Slug of one's own charter that it comes from.
  charter text,
  aim text not null,
  steps text[] not null,
  effect_verb text not null constraint promise_effect_verb_known check (effect_verb in ('can', 'feel')),
  effect text not null,
  -- A role, never a person.
  owner text,
  starts date,
  due date,
  -- The date that was promised at first stays on show.
  first_due date,
  moves integer not null default 0,
  measure text,
  -- Slug of the published board that is responsible.
  board text,
  source text,
  -- Slugs of the practices it uses.
  practices text[] not null default '{}',
  state text not null constraint promise_state_known check (state in ('draft', 'agreed', 'under way', 'kept', 'partly kept', 'not kept', 'withdrawn', 'replaced')),
  agreed_on date,
  agreed_by text,
  agreed_link text,
  at_risk boolean not null default false,
  last_news date,
  ended_on date,
  -- As whom somebody declared the end or decided it: a role or a body.
  ended_by text,
  reason_kind text constraint promise_reason_known check (reason_kind in ('money', 'people or time', 'law', 'safety', 'decided by somebody else', 'did not work', 'no longer needed', 'other')),
  reason text,
  replacement text,
  changed_at timestamptz not null,
  primary key (organisation, id),
  constraint promise_numbered_once unique (organisation, number),
  -- The rules that no page may pass by: no promise without an owner and a due date, no end but "kept" without its reason.
  constraint promise_agreed_is_whole check (state = 'draft' or (owner is not null and due is not null and first_due is not null and agreed_on is not null and agreed_by is not null and last_news is not null)),
  constraint promise_end_is_told check (state in ('draft', 'agreed', 'under way') or (ended_on is not null and ended_by is not null)),
  constraint promise_end_has_reason check (state not in ('partly kept', 'not kept', 'withdrawn', 'replaced') or (reason_kind is not null and reason is not null))
);
call record.guard_organisation('promise');
grant select, insert, update, delete on record.promise to kept_work;

create table record.evidence (
  organisation uuid not null,
  id uuid not null,
  promise uuid not null,
  kind text not null constraint evidence_kind_known check (kind in ('document', 'photo', 'figure', 'survey', 'minute')),
  title text not null,
  -- Where it can be looked up: an address on the web, or a path of this site.
  url text,
  -- The day that it is of.
  dated date not null,
  strength text not null constraint evidence_strength_known check (strength in ('said', 'shown')),
  constraint evidence_shown_somewhere check (strength = 'said' or url is not null),
  added_on date not null,
  -- Taken back, for instance because somebody can be recognised in it: the line stays, the link goes.
  taken_back_on date,
  taken_back_because text,
  primary key (organisation, id),
  foreign key (organisation, promise) references record.promise (organisation, id)
);
create index evidence_of_promise on record.evidence (organisation, promise);
call record.guard_organisation('evidence');
grant select, insert, update on record.evidence to kept_work;

-- What happened to a promise, with the account that did it. It only grows.
create table record.promise_event (
  organisation uuid not null,
  promise uuid not null,
  position integer not null,
  at timestamptz not null,
  account uuid not null,
  kind text not null constraint promise_event_kind_known check (kind in ('agreed', 'news', 'moved', 'evidence', 'evidence taken back', 'ended', 'asked', 'answered')),
  body text,
  -- EventDetail of promises/words.ts.
  detail jsonb not null,
  primary key (organisation, promise, position),
  foreign key (organisation, promise) references record.promise (organisation, id)
);
call record.guard_organisation('promise_event');
grant select, insert on record.promise_event to kept_work;
create trigger promise_event_is_append_only before update or delete on record.promise_event for each row execute function kit.refuse_change();
create trigger promise_event_is_never_emptied before truncate on record.promise_event for each statement execute function kit.refuse_change();

-- Each letter goes out once for each due date, or once for each silence.
create table record.reminder (
  organisation uuid not null,
  promise uuid not null,
  kind text not null constraint reminder_kind_known check (kind in ('60 days', '30 days', '7 days', 'overdue', 'no news')),
  about date not null,
  sent_on date not null,
  constraint reminder_once primary key (organisation, promise, kind, about),
  foreign key (organisation, promise) references record.promise (organisation, id)
);
call record.guard_organisation('reminder');
grant select, insert on record.reminder to kept_work;

-- What a group of young people was asked, and what it answered. Both see it; only the group can answer (answer_confirmation).
create table record.confirmation (
  organisation uuid not null,
  id uuid not null,
  promise uuid not null,
  group_organisation uuid not null references record.organisation,
  constraint confirmation_by_others check (group_organisation <> organisation),
  group_name text not null,
  asked_by uuid not null,
  asked_on date not null,
  answer text constraint confirmation_answer_known check (answer in ('yes', 'partly', 'no')),
  -- How many young people took part.
  people integer constraint confirmation_people_counted check (people between 1 and 100000),
  -- Their words; no names. In no event: the group can take them back, if somebody can be recognised in them.
  words text,
  words_taken_back_on date,
  answered_by uuid,
  answered_on date,
  constraint confirmation_answered_whole check ((answer is null) = (people is null) and (answer is null) = (answered_on is null)),
  primary key (organisation, id),
  foreign key (organisation, promise) references record.promise (organisation, id)
);
create unique index confirmation_open_once on record.confirmation (organisation, promise, group_organisation) where answer is null;
create index confirmation_of_group on record.confirmation (group_organisation, asked_on);
call record.guard_both('confirmation', 'group_organisation');
-- No right to update: whoever promised must not answer for those who were asked.
grant select, insert on record.confirmation to kept_work;
create function record.only_ask() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.organisation is distinct from record.organisation_in_sight() or new.answer is not null then
    raise exception 'a confirmation begins as a question of whoever promised' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger confirmation_is_asked before insert on record.confirmation for each row execute function record.only_ask();

-- What readers see. Drafts are not here.
create table published.promise (
  id uuid primary key,
  slug text not null constraint published_promise_slug_free unique,
  organisation uuid not null,
  organisation_slug text not null,
  organisation_name text not null,
  organisation_kind text not null,
  authority text,
  urn integer,
  framework text not null,
  theme text,
  charter text,
  aim text not null,
  steps text[] not null,
  effect_verb text not null constraint published_promise_effect_verb_known check (effect_verb in ('can', 'feel')),
  effect text not null,
  owner text not null,
  starts date,
  due date not null,
  first_due date not null,
  moves integer not null,
  measure text,
  board text,
  source text,
  practices text[] not null,
  state text not null constraint published_promise_state_known check (state in ('agreed', 'under way', 'kept', 'partly kept', 'not kept', 'withdrawn', 'replaced')),
  agreed_on date not null,
  agreed_by text not null,
  agreed_link text,
  at_risk boolean not null,
  last_news date not null,
  ended_on date,
  ended_by text,
  reason_kind text,
  reason text,
  replacement text,
  kept_on date,
  evidence text constraint published_promise_evidence_known check (evidence in ('said', 'shown', 'confirmed')),
  confirmed_on date,
  -- What young people answered last, whatever it was.
  last_answer text constraint published_promise_answer_known check (last_answer in ('yes', 'partly', 'no')),
  changed_at timestamptz not null,
  -- Until when it counts for a register: while it is live until its date, once kept for a year.
  counts_until date generated always as (case when state in ('agreed', 'under way') then due when state = 'kept' then (kept_on + interval '12 months')::date end) stored
);
create index promise_by_news on published.promise (changed_at desc, id);
create index promise_by_theme on published.promise (framework, theme, changed_at desc);
create index promise_by_authority on published.promise (authority, changed_at desc);
create index promise_by_organisation on published.promise (organisation_slug, changed_at desc);
create index promise_by_charter on published.promise (charter, changed_at desc) where charter is not null;
create index promise_by_board on published.promise (board, due) where board is not null;
create index promise_that_counts on published.promise (organisation, framework, theme, counts_until);

-- The same rule as promiseStatus() of promises/rules.ts.
create function published.promise_status(state text, due date, at_risk boolean, last_news date, today date) returns text
  language sql immutable parallel safe
  return case
    when state not in ('agreed', 'under way') then state
    when due < today then 'overdue'
    when (last_news + interval '6 months')::date < today then 'no news'
    when at_risk then 'at risk'
    else 'on track'
  end;
grant execute on function published.promise_status(text, date, boolean, date, date) to kept_public, kept_work;

create table published.promise_event (
  promise uuid not null references published.promise,
  position integer not null,
  organisation uuid not null,
  day date not null,
  kind text not null,
  body text,
  detail jsonb not null,
  primary key (promise, position)
);
create trigger promise_event_is_append_only before update or delete on published.promise_event for each row execute function kit.refuse_change();
create trigger promise_event_is_never_emptied before truncate on published.promise_event for each statement execute function kit.refuse_change();

create table published.evidence (
  id uuid primary key,
  promise uuid not null references published.promise,
  organisation uuid not null,
  kind text not null,
  title text not null,
  url text,
  dated date not null,
  strength text not null,
  added_on date not null,
  taken_back_on date,
  taken_back_because text
);
create index published_evidence_of_promise on published.evidence (promise, dated);

create table published.confirmation (
  id uuid primary key,
  promise uuid not null references published.promise,
  organisation uuid not null,
  group_slug text not null,
  group_name text not null,
  asked_on date not null,
  answer text,
  -- Never a number below ten: it could point at a child.
  people integer constraint published_confirmation_enough check (people >= 10),
  words text,
  words_taken_back_on date,
  answered_on date
);
create index published_confirmation_of_promise on published.confirmation (promise, asked_on);

-- An overdue promise that was taken up for a meeting of the board that is responsible for it.
create table published.suggestion (
  promise uuid not null references published.promise,
  organisation uuid not null,
  board text not null,
  board_name text not null,
  meeting text not null,
  date date not null,
  item text not null,
  primary key (promise, board, meeting)
);
create index suggestion_by_meeting on published.suggestion (board, meeting);

grant select on published.promise, published.promise_event, published.evidence, published.confirmation, published.suggestion to kept_public, kept_work;
grant insert, update on published.promise, published.evidence to kept_work;
grant insert on published.promise_event, published.confirmation, published.suggestion to kept_work;
do $$
declare
  name text;
begin
  foreach name in array array['promise', 'promise_event', 'evidence', 'confirmation', 'suggestion'] loop
    execute format('alter table published.%I enable row level security', name);
    execute format('create policy shared on published.%I to kept_public, kept_work using (true) with check (organisation = record.organisation_in_sight())', name);
  end loop;
end $$;

-- The one way to answer: for the group in sight, once. Whoever promised cannot come this way, and the group touches nothing
-- else of the promise. Readers are told how many took part from ten on, and only ten or more who say yes confirm it.
create function record.answer_confirmation(asked uuid, said text, took_part integer, heard text, by_account uuid, moment timestamptz, today date) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_row record.confirmation;
  enough boolean := took_part >= 10;
  next integer;
  told jsonb;
begin
  select * into found_row from record.confirmation c where c.id = asked and c.group_organisation = record.organisation_in_sight() for update;
  if not found then return 'not there'; end if;
  if found_row.answer is not null then return 'answered already'; end if;
  update record.confirmation c set answer = said, people = took_part, words = heard, answered_by = by_account, answered_on = today where c.organisation = found_row.organisation and c.id = asked;
  update published.confirmation c set answer = said, people = case when enough then took_part end, words = heard, answered_on = today where c.id = asked;
  update published.promise p
     set last_answer = said,
         confirmed_on = case when said = 'yes' and enough then today else p.confirmed_on end,
         evidence = case when said = 'yes' and enough then 'confirmed' else p.evidence end,
         changed_at = moment
   where p.id = found_row.promise;
  select coalesce(max(position), 0) + 1 into next from published.promise_event e where e.promise = found_row.promise;
  told := jsonb_build_object('group', found_row.group_name, 'answer', said, 'enough', enough);
  insert into record.promise_event (organisation, promise, position, at, account, kind, body, detail) values (found_row.organisation, found_row.promise, next, moment, by_account, 'answered', null, told);
  insert into published.promise_event (promise, position, organisation, day, kind, body, detail) values (found_row.promise, next, found_row.organisation, today, 'answered', null, told);
  return null;
end $$;
grant execute on function record.answer_confirmation(uuid, text, integer, text, uuid, timestamptz, date) to kept_work;

-- The group takes its words back; the answer stays.
create function record.take_words_back(asked uuid, today date) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update record.confirmation c set words = null, words_taken_back_on = today where c.id = asked and c.group_organisation = record.organisation_in_sight() and c.words is not null;
  if not found then return false; end if;
  update published.confirmation c set words = null, words_taken_back_on = today where c.id = asked;
  return true;
end $$;
grant execute on function record.take_words_back(uuid, date) to kept_work;

-- What the clerk of a board did with an overdue promise that was suggested for a meeting. The agenda may be imported anew:
-- what was taken up stays taken up, with the words that it had.
create table record.suggestion (
  organisation uuid not null,
  board uuid not null,
  meeting uuid not null,
  -- Of whichever organisation.
  promise uuid not null,
  outcome text not null constraint suggestion_outcome_known check (outcome in ('taken up', 'set aside')),
  item text,
  reason text,
  constraint suggestion_set_aside_with_reason check ((outcome = 'taken up') = (item is not null) and (outcome = 'set aside') = (reason is not null)),
  account uuid not null,
  done_on date not null,
  primary key (organisation, meeting, promise),
  foreign key (organisation, board) references record.board (organisation, id),
  foreign key (organisation, meeting) references record.meeting (organisation, id)
);
call record.guard('suggestion');
grant select, insert on record.suggestion to kept_work;
