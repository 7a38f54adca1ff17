-- What a vote may tell, and to which words it belongs (decision 0022). The floors stand here and not in the application, because
-- no gate may see counts below them.

-- The lead says, when the code is opened, that several people use one device. Then one browser may take several seats.
alter table record.together_code add column shared boolean not null default false;

-- The name of the open vote. Nothing is derived from it: a page that voted on other words carries another one.
alter table record.vote_secret add column vote uuid not null default gen_random_uuid();

-- What is voted on: the words that stand on the page of the vote.
create function record.clause_wording(of_clause record.clause) returns jsonb language sql immutable set search_path = pg_catalog
  return jsonb_build_object('aim', (of_clause).aim, 'steps', to_jsonb((of_clause).steps), 'effectVerb', (of_clause).effect_verb, 'effect', (of_clause).effect);

-- Votes of yes, no and not sure. Below ten nothing is told. A split is told with three on each side; who was not sure from three
-- on, else not whether there was any, and then yes and no alone come to ten. Otherwise an outcome in words: "yes" and "no" are ahead by three at least, so that it does
-- not hang on one vote, and none of them tells whether the other side was there at all.
create function record.votes_told(yes integer, no integer, not_sure integer) returns table (outcome text, yes_told integer, no_told integer, not_sure_told integer)
  language sql immutable set search_path = pg_catalog
  begin atomic
    select case when n.enough then case when yes - no >= 3 then 'yes' when no - yes >= 3 then 'no' else 'open' end end,
           case when n.split then yes end, case when n.split then no end, case when n.split and not_sure >= 3 then not_sure end
      from (select yes + no + not_sure >= 10 as enough, yes >= 3 and no >= 3 and yes + no + case when not_sure >= 3 then not_sure else 0 end >= 10 as split) n;
  end;

-- Where each of `people` chose from one to `most` clauses: how many chose each, in the order of `chosen`. The sides are those who
-- chose a clause and those who did not. A number that is left out must not come out of the others and of how many chose.
create function record.choices_told(people integer, most integer, chosen integer[]) returns table (place bigint, outcome text, people_told integer, chosen_told integer)
  language sql immutable set search_path = pg_catalog
  begin atomic
    select c.place, case when people >= 10 then case when 2 * c.number - people >= 3 then 'yes' when people - 2 * c.number >= 3 then 'no' else 'open' end end,
           case when c.shown and s.safe then people end, case when c.shown and s.safe then c.number end
      from (select u.place, u.number, people >= 10 and u.number >= 3 and people - u.number >= 3 as shown from unnest(chosen) with ordinality as u(number, place)) c
      cross join (select bool_and(w.number >= 3 and people - w.number >= 3)
                         -- The rest can be anything between none and more than what is left out would need.
                         or (most > 1 and people <= sum(w.number) filter (where w.number >= 3 and people - w.number >= 3)
                             and most * people - sum(w.number) filter (where w.number >= 3 and people - w.number >= 3) - people * count(*) filter (where people - w.number < 3) > 2) as safe
                    from unnest(chosen) as w(number)) s;
  end;

alter table record.vote_tally drop constraint vote_tally_split_only_if_enough;
alter table record.vote_tally
  -- Null for fewer than ten.
  add column outcome text constraint vote_tally_outcome_known check (outcome in ('yes', 'no', 'open')),
  -- The words that were voted on; null where that is not known any more.
  add column wording jsonb,
  -- Whether several people could vote on one device.
  add column shared boolean not null default false;
alter table record.hand_vote
  alter column yes drop not null,
  alter column no drop not null,
  alter column not_sure drop not null,
  add column outcome text constraint hand_vote_outcome_known check (outcome in ('yes', 'no', 'open')),
  add column wording jsonb;

-- What is here already, by the same floors. Words stand still from the vote to the publication, so there they are known.
update record.vote_tally t set outcome = n.outcome, yes = n.yes_told, no = n.no_told, not_sure = n.not_sure_told, people = null
  from record.vote_tally o cross join lateral record.votes_told(o.yes, o.no, o.not_sure) n
 where o.yes is not null and (o.organisation, o.charter, o.round, o.clause) = (t.organisation, t.charter, t.round, t.clause);
with counted as (
  select t.organisation, t.charter, t.round, max(t.people) as people, max(h.choose) as most, array_agg(t.clause order by t.clause) as clauses, array_agg(t.chosen order by t.clause) as chosen
    from record.vote_tally t join record.charter h on h.organisation = t.organisation and h.id = t.charter where t.chosen is not null group by t.organisation, t.charter, t.round
)
update record.vote_tally t set outcome = n.outcome, people = n.people_told, chosen = n.chosen_told
  from counted c cross join lateral record.choices_told(c.people, coalesce(c.most, 1), c.chosen) n
 where (t.organisation, t.charter, t.round) = (c.organisation, c.charter, c.round) and t.clause = c.clauses[n.place];
update record.vote_tally t set wording = record.clause_wording(k) from record.clause k join record.charter h on h.organisation = k.organisation and h.id = k.charter
 where k.organisation = t.organisation and k.id = t.clause and h.stage in ('counted', 'agreed', 'published')
   and t.round = (select max(l.round) from record.vote_tally l where l.organisation = t.organisation and l.charter = t.charter);
update record.hand_vote v set outcome = n.outcome, yes = n.yes_told, no = n.no_told, not_sure = n.not_sure_told
  from record.hand_vote o cross join lateral record.votes_told(o.yes, o.no, o.not_sure) n where o.organisation = v.organisation and o.id = v.id;
update record.hand_vote v set wording = record.clause_wording(k) from record.clause k join record.charter h on h.organisation = k.organisation and h.id = k.charter
 where k.organisation = v.organisation and k.id = v.clause and h.stage in ('vote', 'counted', 'agreed', 'published');

alter table record.vote_tally add constraint vote_tally_no_small_side check (
  (yes is null) = (no is null) and (yes is null or (yes >= 3 and no >= 3 and yes + no + coalesce(not_sure, 0) >= 10)) and (not_sure is null or (yes is not null and not_sure >= 3))
  and (chosen is null) = (people is null) and (chosen is null or (chosen >= 3 and people - chosen >= 3)));
alter table record.hand_vote add constraint hand_vote_no_small_side check (
  (yes is null) = (no is null) and (yes is null or (yes >= 3 and no >= 3 and yes + no + coalesce(not_sure, 0) >= 10)) and (not_sure is null or (yes is not null and not_sure >= 3)));

-- Clauses on which may be voted: those without a result of ten or more for the words that they have now. So no result is ever
-- shown again with another number.
create function record.clauses_to_vote(whose uuid, of_charter uuid) returns setof uuid language sql stable set search_path = pg_catalog
  begin atomic
    select k.id from record.clause k where k.organisation = whose and k.charter = of_charter
       and not exists (select from record.vote_tally t where t.organisation = k.organisation and t.charter = k.charter and t.clause = k.id and t.outcome is not null and t.wording = record.clause_wording(k));
  end;

create or replace function record.open_vote(whose uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
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
    on conflict (organisation, charter) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad, vote = excluded.vote;
end $$;

-- Closing it leaves what may be told, beside the words that were voted on, and destroys the secret and every answer.
create or replace function record.close_vote(whose uuid, today date) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  me uuid := record.organisation_in_sight();
  found_charter record.charter;
  everybody integer;
  next_round integer;
  is_shared boolean;
  up uuid[];
begin
  select * into found_charter from record.charter c where c.organisation = me and c.id = whose for update;
  -- A second close finds no secret and counts nothing.
  if not found or not exists (select from record.vote_secret s where s.organisation = me and s.charter = whose) then return; end if;
  select count(distinct voter) into everybody from record.clause_vote v where v.organisation = me and v.charter = whose;
  select coalesce(max(round), 0) + 1 into next_round from record.vote_tally t where t.organisation = me and t.charter = whose;
  select exists (select from record.together_code c where c.organisation = me and c.charter = whose and c.shared
                    and (c.closed_on is null or c.closed_on >= (select max(g.opened_on) from record.charter_stage g where g.organisation = me and g.charter = whose and g.stage = 'vote'))) into is_shared;
  up := array(select u from record.clauses_to_vote(me, whose) u order by u);
  if found_charter.choose is null then
    insert into record.vote_tally (organisation, charter, clause, round, closed_on, outcome, yes, no, not_sure, wording, shared)
      select me, whose, k.id, next_round, today, n.outcome, n.yes_told, n.no_told, n.not_sure_told, record.clause_wording(k), is_shared
        from record.clause k
        cross join lateral (select count(*) filter (where v.answer = 'yes')::integer as yes, count(*) filter (where v.answer = 'no')::integer as no, count(*) filter (where v.answer = 'not sure')::integer as not_sure
                              from record.clause_vote v where v.organisation = me and v.charter = whose and v.clause = k.id) c
        cross join lateral record.votes_told(c.yes, c.no, c.not_sure) n
       where k.organisation = me and k.id = any (up);
  else
    insert into record.vote_tally (organisation, charter, clause, round, closed_on, outcome, people, chosen, wording, shared)
      select me, whose, k.id, next_round, today, n.outcome, n.people_told, n.chosen_told, record.clause_wording(k), is_shared
        from record.choices_told(everybody, found_charter.choose, array(select (select count(*)::integer from record.clause_vote v where v.organisation = me and v.charter = whose and v.clause = u.id) from unnest(up) with ordinality as u(id, place) order by u.place)) n
        join record.clause k on k.organisation = me and k.id = up[n.place];
  end if;
  delete from record.clause_vote v where v.organisation = me and v.charter = whose;
  delete from record.vote_secret s where s.organisation = me and s.charter = whose;
end $$;

-- A vote that is broken off: nothing of it is counted.
create function record.void_vote(whose uuid) returns void language sql volatile security definer set search_path = pg_catalog
  begin atomic
    delete from record.clause_vote v where v.organisation = record.organisation_in_sight() and v.charter = whose;
    delete from record.vote_secret s where s.organisation = record.organisation_in_sight() and s.charter = whose;
  end;

drop function record.take_seat(text, bytea, date);
drop function record.code_opens(text, date);
create function record.code_opens(typed text, today date) returns table (organisation uuid, charter uuid, title text, organisation_name text, label text, is_full boolean, shared boolean, vote uuid)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select c.organisation, c.charter, h.title, o.name, c.label, (select count(*) from record.together_seat s where s.code = c.code) >= c.seats, c.shared,
           (select s.vote from record.vote_secret s where s.organisation = c.organisation and s.charter = c.charter)
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

-- A seat that is left opens nothing any more, whoever kept its token. While a vote is open it stays taken, under a hash that
-- belongs to no token: so nobody votes twice by leaving, and the number of seats does not tell who left without a vote.
create function record.leave_seat(seat bytea, today date) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  place record;
begin
  select a.organisation, a.charter into place from record.seat_at(seat, today) a;
  if not found then return; end if;
  if exists (select from record.vote_secret s where s.organisation = place.organisation and s.charter = place.charter) then
    update record.together_seat s set token_hash = sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) where s.token_hash = seat;
  else
    delete from record.together_seat s where s.token_hash = seat;
  end if;
end $$;

-- What a seat sees. Of a vote: only what may be told, after it closed, and whether it was about the words that stand here now.
create or replace function record.room_seen(seat bytea, today date) returns jsonb language sql stable security definer set search_path = pg_catalog
  begin atomic
    select jsonb_build_object(
      'title', h.title, 'intro', h.intro, 'organisation', o.name, 'stage', h.stage, 'choose', h.choose, 'safeguarding', h.safeguarding, 'code', a.code,
      'vote', (select s.vote from record.vote_secret s where s.organisation = h.organisation and s.charter = h.id),
      'shared', (select c.shared from record.together_code c where c.code = a.code),
      'othersShare', exists (select from record.together_code c where c.organisation = h.organisation and c.charter = h.id and c.shared and c.closed_on is null and today <= c.expires_on),
      'clauses', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'heading', k.heading, 'aim', k.aim, 'steps', k.steps, 'verb', k.effect_verb, 'effect', k.effect, 'easy', k.easy,
                                    'toVote', k.id in (select record.clauses_to_vote(h.organisation, h.id))) order by k.position, k.id)
                             from record.clause k where k.organisation = h.organisation and k.charter = h.id), '[]'::jsonb),
      'suggestions', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'clause', g.clause, 'aim', g.aim, 'steps', g.steps, 'verb', g.effect_verb, 'effect', g.effect, 'body', g.body, 'edited', g.edited, 'used', g.used) order by g.reviewed_on, g.id)
                                 from record.charter_suggestion g where g.organisation = h.organisation and g.charter = h.id and g.state = 'cleared'), '[]'::jsonb),
      'tally', coalesce((select jsonb_agg(jsonb_build_object('clause', t.clause, 'closedOn', t.closed_on, 'outcome', t.outcome, 'people', t.people, 'yes', t.yes, 'no', t.no, 'notSure', t.not_sure, 'chosen', t.chosen, 'shared', t.shared,
                                    'byChoosing', h.choose is not null, 'holds', t.wording is not distinct from record.clause_wording(k)))
                           from record.clause k cross join lateral (select * from record.vote_tally l where l.organisation = k.organisation and l.charter = k.charter and l.clause = k.id order by l.round desc limit 1) t
                          where k.organisation = h.organisation and k.charter = h.id), '[]'::jsonb))
      from record.seat_at(seat, today) a join record.charter h on h.organisation = a.organisation and h.id = a.charter join record.organisation o on o.id = h.organisation;
  end;

-- A vote says which vote it belongs to: a page that was opened before the words were changed and put to the vote again counts for nothing.
drop function record.vote(bytea, bytea, date, uuid, text);
create function record.vote(seat bytea, key bytea, today date, of_vote uuid, about uuid, said text) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  place record;
begin
  select h.organisation, h.id, h.stage, h.choose into place from record.seat_at(seat, today) a join record.charter h on h.organisation = a.organisation and h.id = a.charter for share of h;
  if not found then return 'no seat'; end if;
  if place.stage <> 'vote' or place.choose is not null or said not in ('yes', 'no', 'not sure') then return 'not now'; end if;
  if not exists (select from record.vote_secret s where s.organisation = place.organisation and s.charter = place.id and s.vote = of_vote) then return 'other words'; end if;
  if about not in (select record.clauses_to_vote(place.organisation, place.id)) then return 'no such clause'; end if;
  insert into record.clause_vote as v (organisation, charter, clause, voter, answer) values (place.organisation, place.id, about, record.voter_number(place.organisation, place.id, key), said)
    on conflict (organisation, charter, clause, voter) do update set answer = excluded.answer;
  return null;
end $$;

drop function record.choose_clauses(bytea, bytea, date, uuid[]);
create function record.choose_clauses(seat bytea, key bytea, today date, of_vote uuid, chosen uuid[]) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  place record;
  me bytea;
begin
  select h.organisation, h.id, h.stage, h.choose into place from record.seat_at(seat, today) a join record.charter h on h.organisation = a.organisation and h.id = a.charter for share of h;
  if not found then return 'no seat'; end if;
  if place.stage <> 'vote' or place.choose is null then return 'not now'; end if;
  if not exists (select from record.vote_secret s where s.organisation = place.organisation and s.charter = place.id and s.vote = of_vote) then return 'other words'; end if;
  if cardinality(chosen) > place.choose then return 'too many'; end if;
  if exists (select from unnest(chosen) as one where one not in (select record.clauses_to_vote(place.organisation, place.id))) then return 'no such clause'; end if;
  me := record.voter_number(place.organisation, place.id, key);
  delete from record.clause_vote v where v.organisation = place.organisation and v.charter = place.id and v.voter = me;
  insert into record.clause_vote (organisation, charter, clause, voter, answer) select distinct place.organisation, place.id, one, me, 'chosen' from unnest(chosen) as one;
  return null;
end $$;

-- Nobody is shown an answer again, not even on the browser that gave it: the next person may sit there.
drop function record.ballot(bytea, bytea, date);

grant execute on function record.clause_wording(record.clause), record.votes_told(integer, integer, integer), record.clauses_to_vote(uuid, uuid), record.void_vote(uuid), record.code_opens(text, date), record.take_seat(text, bytea, date),
  record.leave_seat(bytea, date), record.vote(bytea, bytea, date, uuid, uuid, text), record.choose_clauses(bytea, bytea, date, uuid, uuid[]) to kept_work;
