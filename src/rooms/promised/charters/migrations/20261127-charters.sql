-- Charters: an organisation's own "We will … by … So, you can …", written by its young people and staff together (seed Annex 4;
-- reference listening 4.2, 4.3 and 5.2). Adults work on it under the guards of their organisation. Young people have no account:
-- they hold a seat, which is a random token in a cookie, and everything they do goes through the functions at the end.
create table record.charter (
  organisation uuid not null references record.organisation,
  id uuid not null,
  slug text not null constraint charter_slug_free unique,
  title text not null,
  -- What it is and whom it is for, in a few sentences.
  intro text not null,
  -- Slug of the framework it follows.
  framework text not null,
  stage text not null constraint charter_stage_known check (stage in ('preparing', 'suggestions', 'discussion', 'vote', 'counted', 'agreed', 'published')),
  -- How many clauses each may choose; null where each says yes, no or not sure to every clause.
  choose integer constraint charter_choose_some check (choose between 1 and 50),
  -- Where young people find the safeguarding lead, as they are told; and the address for letters, which carry no content.
  safeguarding text not null,
  safeguarding_email text,
  -- Which body agreed it, in which role somebody says so, and which group of young people agreed.
  agreed_body text,
  agreed_role text,
  agreed_group text,
  agreed_on date,
  constraint charter_agreed_whole check ((agreed_on is null) = (agreed_body is null) and (agreed_on is null) = (agreed_role is null) and (agreed_on is null) = (agreed_group is null)),
  -- What a pasted text held besides its clauses, a line each: nothing of it is lost.
  unplaced text[] not null default '{}',
  changed_at timestamptz not null,
  primary key (organisation, id)
);
call record.guard_organisation('charter');
grant select, insert, update on record.charter to kept_work;

-- When each stage was opened and closed, and why one was gone back to.
create table record.charter_stage (
  organisation uuid not null,
  charter uuid not null,
  position integer not null,
  stage text not null,
  opened_on date not null,
  closed_on date,
  reason text,
  primary key (organisation, charter, position),
  foreign key (organisation, charter) references record.charter (organisation, id)
);
call record.guard_organisation('charter_stage');
grant select, insert, update on record.charter_stage to kept_work;

create table record.clause (
  organisation uuid not null,
  id uuid not null,
  charter uuid not null,
  position integer not null,
  -- The heading it stands under, as written; the theme of the framework that it maps to, if it does.
  heading text not null,
  theme text,
  aim text not null,
  steps text[] not null,
  effect_verb text not null constraint clause_effect_verb_known check (effect_verb in ('can', 'feel')),
  effect text not null,
  owner text,
  due date,
  -- The easy-read words, a line each.
  easy text[] not null,
  agreed boolean not null,
  -- The promise made of it: its id and slug in the room promises.
  promise uuid,
  promise_slug text,
  primary key (organisation, id),
  foreign key (organisation, charter) references record.charter (organisation, id)
);
create index clause_of_charter on record.clause (organisation, charter, position);
call record.guard_organisation('clause');
grant select, insert, update, delete on record.clause to kept_work;

-- Short codes of nine letters out of 28 (28^9 = 10^13; reference 4.2): the code opens the room for a class.
create table record.together_code (
  organisation uuid not null,
  charter uuid not null,
  code text not null constraint together_code_free unique constraint together_code_form check (code ~ '^[BCDFGHJKLMNPQRSTVWXYZ2-9]{9}$'),
  -- For whom it is, in the adults' words: "Year 4".
  label text not null,
  seats integer not null constraint together_code_seats check (seats between 1 and 2000),
  opened_on date not null,
  -- The last day on which it opens the room.
  expires_on date not null,
  closed_on date,
  primary key (organisation, code),
  foreign key (organisation, charter) references record.charter (organisation, id)
);
call record.guard_organisation('together_code');
grant select, insert, update on record.together_code to kept_work;

-- A seat: the hash of a random token that only the browser holds. Nothing about the child, no time finer than a day. No gate
-- may read it; adults are told how many are taken.
create table record.together_seat (
  organisation uuid not null,
  token_hash bytea not null constraint together_seat_pk primary key constraint together_seat_is_sha256 check (octet_length(token_hash) = 32),
  code text not null references record.together_code (code),
  charter uuid not null,
  day date not null
);
create index together_seat_of_code on record.together_seat (code);
call record.guard_organisation('together_seat');

-- What young people wrote. No seat, no code, no time: a random id (never one that orders) and a day. It waits until an adult
-- of the organisation has read it.
create table record.charter_suggestion (
  organisation uuid not null,
  id uuid not null,
  charter uuid not null,
  kind text not null constraint charter_suggestion_kind_known check (kind in ('clause', 'change', 'words')),
  -- Which clause a change or some words are about.
  clause uuid,
  aim text,
  steps text[],
  effect_verb text constraint charter_suggestion_verb_known check (effect_verb in ('can', 'feel')),
  effect text,
  body text,
  day date not null,
  state text not null constraint charter_suggestion_state_known check (state in ('waiting', 'cleared', 'withheld')),
  -- Whether an adult took something out before it was shown. What stood there is not kept.
  edited boolean not null,
  reason text constraint charter_suggestion_reason_known check (reason in ('names somebody', 'unkind', 'not about the charter', 'worry', 'other')),
  constraint charter_suggestion_withheld_has_reason check ((state = 'withheld') = (reason is not null)),
  -- The day on which it was handed to the safeguarding lead.
  passed_on date,
  reviewed_by uuid,
  reviewed_on date,
  constraint charter_suggestion_reviewed_whole check ((state = 'waiting') = (reviewed_on is null)),
  -- Whether it became a clause or changed one.
  used boolean not null,
  primary key (organisation, id),
  foreign key (organisation, charter) references record.charter (organisation, id)
);
create index charter_suggestion_of_charter on record.charter_suggestion (organisation, charter, state);
call record.guard_organisation('charter_suggestion');
-- No right to insert: only a seat suggests.
grant select, update on record.charter_suggestion to kept_work;

-- While a vote is open: its secret as the two pads of HMAC-SHA256 (RFC 2104), and one row for each answer under a number that
-- only the secret and the seat's token together give. No gate may read either. Both are destroyed when the vote closes.
create table record.vote_secret (
  organisation uuid not null,
  charter uuid not null,
  inner_pad bytea not null,
  outer_pad bytea not null,
  primary key (organisation, charter)
);
call record.guard_organisation('vote_secret');
create table record.clause_vote (
  organisation uuid not null,
  charter uuid not null,
  clause uuid not null,
  voter bytea not null,
  answer text not null constraint clause_vote_answer_known check (answer in ('yes', 'no', 'not sure', 'chosen')),
  primary key (organisation, charter, clause, voter)
);
call record.guard_organisation('clause_vote');

-- What is left of a vote: counts, and none below ten (reference section 3: floor 10 for children).
create table record.vote_tally (
  organisation uuid not null,
  charter uuid not null,
  clause uuid not null,
  -- Which vote of the charter it was.
  round integer not null,
  closed_on date not null,
  -- How many took part; null for fewer than ten, and then there is no split.
  people integer constraint vote_tally_enough check (people >= 10),
  yes integer,
  no integer,
  not_sure integer,
  chosen integer,
  constraint vote_tally_split_only_if_enough check (people is not null or (yes is null and no is null and not_sure is null and chosen is null)),
  primary key (organisation, charter, round, clause),
  foreign key (organisation, charter) references record.charter (organisation, id)
);
call record.guard_organisation('vote_tally');
grant select on record.vote_tally to kept_work;

-- Hands counted in a room by an adult; shown apart from votes by code.
create table record.hand_vote (
  organisation uuid not null,
  id uuid not null,
  charter uuid not null,
  clause uuid not null,
  people_group text not null,
  day date not null,
  yes integer not null constraint hand_vote_yes check (yes between 0 and 100000),
  no integer not null constraint hand_vote_no check (no between 0 and 100000),
  not_sure integer not null constraint hand_vote_not_sure check (not_sure between 0 and 100000),
  account uuid not null,
  primary key (organisation, id),
  foreign key (organisation, charter) references record.charter (organisation, id)
);
call record.guard_organisation('hand_vote');
grant select, insert on record.hand_vote to kept_work;

-- What readers see of a charter: the newest version, and which promise each clause became.
create table published.charter (
  slug text primary key,
  publication uuid not null references published.publication,
  version integer not null,
  organisation uuid not null,
  organisation_slug text not null,
  organisation_name text not null,
  organisation_kind text not null,
  title text not null,
  framework text not null,
  clauses integer not null,
  agreed_on date not null,
  published_on date not null
);
create index charter_by_day on published.charter (published_on desc, slug);
create index charter_by_organisation on published.charter (organisation, published_on desc);
create table published.charter_clause (
  charter text not null references published.charter,
  clause uuid not null,
  organisation uuid not null,
  promise_slug text,
  primary key (charter, clause)
);
grant select on published.charter, published.charter_clause to kept_public, kept_work;
grant insert, update on published.charter to kept_work;
grant insert, update, delete on published.charter_clause to kept_work;
alter table published.charter enable row level security;
create policy shared on published.charter to kept_public, kept_work using (true) with check (organisation = record.organisation_in_sight());
alter table published.charter_clause enable row level security;
create policy seen on published.charter_clause for select to kept_public, kept_work using (true);
create policy added on published.charter_clause for insert to kept_work with check (organisation = record.organisation_in_sight());
create policy changed on published.charter_clause for update to kept_work using (organisation = record.organisation_in_sight()) with check (organisation = record.organisation_in_sight());
create policy taken on published.charter_clause for delete to kept_work using (organisation = record.organisation_in_sight());

-- The lead's side of a vote. Opening it makes a secret inside the database that nobody ever sees: two random uuids have 244
-- random bits, their hash is the key.
create function record.open_vote(whose uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  key bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || decode(repeat('00', 32), 'hex');
  inner_pad bytea := key;
  outer_pad bytea := key;
begin
  if not exists (select from record.charter c where c.organisation = record.organisation_in_sight() and c.id = whose) then return; end if;
  for at in 0..63 loop
    inner_pad := set_byte(inner_pad, at, get_byte(key, at) # 54);
    outer_pad := set_byte(outer_pad, at, get_byte(key, at) # 92);
  end loop;
  delete from record.clause_vote v where v.organisation = record.organisation_in_sight() and v.charter = whose;
  insert into record.vote_secret as s (organisation, charter, inner_pad, outer_pad) values (record.organisation_in_sight(), whose, inner_pad, outer_pad)
    on conflict (organisation, charter) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad;
end $$;

-- Closing it leaves counts, or "fewer than ten", and destroys the secret and every answer.
create function record.close_vote(whose uuid, today date) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  me uuid := record.organisation_in_sight();
  chooses boolean;
  everybody integer;
  next_round integer;
begin
  select c.choose is not null into chooses from record.charter c where c.organisation = me and c.id = whose for update;
  if not found then return; end if;
  select count(distinct voter) into everybody from record.clause_vote v where v.organisation = me and v.charter = whose;
  select coalesce(max(round), 0) + 1 into next_round from record.vote_tally t where t.organisation = me and t.charter = whose;
  insert into record.vote_tally (organisation, charter, clause, round, closed_on, people, yes, no, not_sure, chosen)
    select me, whose, k.id, next_round, today, n.people,
           case when n.people is not null and not chooses then n.yes end, case when n.people is not null and not chooses then n.no end,
           case when n.people is not null and not chooses then n.not_sure end, case when n.people is not null and chooses then n.chosen end
      from record.clause k
      cross join lateral (select case when (case when chooses then everybody else count(v.voter) end) >= 10 then case when chooses then everybody else count(v.voter) end end as people,
                                 count(*) filter (where v.answer = 'yes') as yes, count(*) filter (where v.answer = 'no') as no,
                                 count(*) filter (where v.answer = 'not sure') as not_sure, count(*) filter (where v.answer = 'chosen') as chosen
                            from record.clause_vote v where v.organisation = me and v.charter = whose and v.clause = k.id) n
     where k.organisation = me and k.charter = whose;
  delete from record.clause_vote v where v.organisation = me and v.charter = whose;
  delete from record.vote_secret s where s.organisation = me and s.charter = whose;
end $$;

-- How many seats of each code are taken; for the lead, who may not see the seats.
create function record.seats_taken(whose uuid) returns table (code text, taken bigint) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select s.code, count(*) from record.together_seat s where s.organisation = record.organisation_in_sight() and s.charter = whose group by s.code;
  end;
-- A code that closes takes its seats with it.
create function record.close_seats(of_code text) returns void language sql volatile security definer set search_path = pg_catalog
  begin atomic
    delete from record.together_seat s where s.organisation = record.organisation_in_sight() and s.code = of_code;
  end;

-- The young people's side. Nobody of them is signed in; what they hold decides what they see and do.
create function record.code_opens(typed text, today date) returns table (organisation uuid, charter uuid, title text, organisation_name text, label text, is_full boolean)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select c.organisation, c.charter, h.title, o.name, c.label, (select count(*) from record.together_seat s where s.code = c.code) >= c.seats
      from record.together_code c join record.charter h on h.organisation = c.organisation and h.id = c.charter join record.organisation o on o.id = c.organisation
     where c.code = typed and c.closed_on is null and today <= c.expires_on and h.stage in ('suggestions', 'discussion', 'vote', 'counted');
  end;

create function record.take_seat(typed text, seat bytea, today date) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  found_code record.together_code;
begin
  if not exists (select from record.code_opens(typed, today)) then return 'not open'; end if;
  -- The row of the code is the lock: two who take the last seat at once do not both get it.
  select * into found_code from record.together_code c where c.code = typed for update;
  if (select count(*) from record.together_seat s where s.code = typed) >= found_code.seats then return 'full'; end if;
  insert into record.together_seat (organisation, token_hash, code, charter, day) values (found_code.organisation, seat, typed, found_code.charter, today);
  return null;
end $$;

-- The charter behind a seat whose code is still open; no row otherwise.
create function record.seat_at(seat bytea, today date) returns table (organisation uuid, charter uuid, code text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select c.organisation, c.charter, c.code from record.together_seat s join record.together_code c on c.code = s.code
     where s.token_hash = seat and c.closed_on is null and today <= c.expires_on;
  end;

-- What a seat sees: clauses, and what was cleared; in one piece. Never what waits or was withheld, and no count before the vote closed.
create function record.room_seen(seat bytea, today date) returns jsonb language sql stable security definer set search_path = pg_catalog
  begin atomic
    select jsonb_build_object(
      'title', h.title, 'intro', h.intro, 'organisation', o.name, 'stage', h.stage, 'choose', h.choose, 'safeguarding', h.safeguarding, 'code', a.code,
      'clauses', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'heading', k.heading, 'aim', k.aim, 'steps', k.steps, 'verb', k.effect_verb, 'effect', k.effect, 'easy', k.easy) order by k.position, k.id)
                             from record.clause k where k.organisation = h.organisation and k.charter = h.id), '[]'::jsonb),
      'suggestions', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'clause', g.clause, 'aim', g.aim, 'steps', g.steps, 'verb', g.effect_verb, 'effect', g.effect, 'body', g.body, 'edited', g.edited, 'used', g.used) order by g.reviewed_on, g.id)
                                 from record.charter_suggestion g where g.organisation = h.organisation and g.charter = h.id and g.state = 'cleared'), '[]'::jsonb),
      'tally', coalesce((select jsonb_agg(jsonb_build_object('clause', t.clause, 'people', t.people, 'yes', t.yes, 'no', t.no, 'notSure', t.not_sure, 'chosen', t.chosen))
                           from record.vote_tally t where t.organisation = h.organisation and t.charter = h.id and h.stage = 'counted'
                            and t.round = (select max(l.round) from record.vote_tally l where l.organisation = h.organisation and l.charter = h.id)), '[]'::jsonb))
      from record.seat_at(seat, today) a join record.charter h on h.organisation = a.organisation and h.id = a.charter join record.organisation o on o.id = h.organisation;
  end;

-- A suggestion goes into the queue. It is not told which seat it came from: the seat only opens the way.
create function record.suggest(seat bytea, today date, what text, about uuid, said_aim text, said_steps text[], said_verb text, said_effect text, said_body text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  place record;
begin
  select a.organisation, a.charter, h.stage into place from record.seat_at(seat, today) a join record.charter h on h.organisation = a.organisation and h.id = a.charter;
  if not found then return 'no seat'; end if;
  if not (place.stage = 'suggestions' or (place.stage = 'discussion' and what = 'words')) then return 'not now'; end if;
  if about is not null and not exists (select from record.clause k where k.organisation = place.organisation and k.charter = place.charter and k.id = about) then return 'no such clause'; end if;
  insert into record.charter_suggestion (organisation, id, charter, kind, clause, aim, steps, effect_verb, effect, body, day, state, edited, reason, passed_on, reviewed_by, reviewed_on, used)
    values (place.organisation, gen_random_uuid(), place.charter, what, about, said_aim, said_steps, said_verb, said_effect, said_body, today, 'waiting', false, null, null, null, null, false);
  return null;
end $$;

-- The number under which a seat votes. `key` is made of the seat's token by the application and is not the hash that a seat is kept under.
create function record.voter_number(whose uuid, of_charter uuid, key bytea) returns bytea language sql stable security definer set search_path = pg_catalog
  begin atomic
    select sha256(s.outer_pad || sha256(s.inner_pad || key)) from record.vote_secret s where s.organisation = whose and s.charter = of_charter;
  end;

-- One answer for each clause; another one takes its place until the vote closes.
create function record.vote(seat bytea, key bytea, today date, about uuid, said text) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  place record;
begin
  select h.organisation, h.id, h.stage, h.choose into place from record.seat_at(seat, today) a join record.charter h on h.organisation = a.organisation and h.id = a.charter for share of h;
  if not found then return 'no seat'; end if;
  if place.stage <> 'vote' or place.choose is not null or said not in ('yes', 'no', 'not sure') then return 'not now'; end if;
  if not exists (select from record.clause k where k.organisation = place.organisation and k.charter = place.id and k.id = about) then return 'no such clause'; end if;
  insert into record.clause_vote as v (organisation, charter, clause, voter, answer) values (place.organisation, place.id, about, record.voter_number(place.organisation, place.id, key), said)
    on conflict (organisation, charter, clause, voter) do update set answer = excluded.answer;
  return null;
end $$;

-- Where a number of clauses is chosen: all of a seat's choices at once, in place of those before.
create function record.choose_clauses(seat bytea, key bytea, today date, chosen uuid[]) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  place record;
  me bytea;
begin
  select h.organisation, h.id, h.stage, h.choose into place from record.seat_at(seat, today) a join record.charter h on h.organisation = a.organisation and h.id = a.charter for share of h;
  if not found then return 'no seat'; end if;
  if place.stage <> 'vote' or place.choose is null then return 'not now'; end if;
  if cardinality(chosen) > place.choose then return 'too many'; end if;
  if exists (select from unnest(chosen) as one where not exists (select from record.clause k where k.organisation = place.organisation and k.charter = place.id and k.id = one)) then return 'no such clause'; end if;
  me := record.voter_number(place.organisation, place.id, key);
  delete from record.clause_vote v where v.organisation = place.organisation and v.charter = place.id and v.voter = me;
  insert into record.clause_vote (organisation, charter, clause, voter, answer) select distinct place.organisation, place.id, one, me, 'chosen' from unnest(chosen) as one;
  return null;
end $$;

-- A seat's own answers, for the one who holds its token, while the vote is open.
create function record.ballot(seat bytea, key bytea, today date) returns table (clause uuid, answer text) language sql stable security definer set search_path = pg_catalog
  begin atomic
    select v.clause, v.answer from record.seat_at(seat, today) a join record.clause_vote v on v.organisation = a.organisation and v.charter = a.charter
     where v.voter = record.voter_number(a.organisation, a.charter, key);
  end;

-- Whether an address is in use, also by a charter that is out of sight.
create function record.charter_slug_taken(wanted text) returns boolean language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select from record.charter c where c.slug = wanted);
  end;

grant execute on function record.charter_slug_taken(text), record.open_vote(uuid), record.close_vote(uuid, date), record.seats_taken(uuid), record.close_seats(text), record.code_opens(text, date), record.take_seat(text, bytea, date),
  record.seat_at(bytea, date), record.room_seen(bytea, date), record.suggest(bytea, date, text, uuid, text, text[], text, text, text), record.vote(bytea, bytea, date, uuid, text),
  record.choose_clauses(bytea, bytea, date, uuid[]), record.ballot(bytea, bytea, date) to kept_work;
