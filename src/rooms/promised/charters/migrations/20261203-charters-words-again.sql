-- A clause that has its old words again has their result again: it stands, whatever was voted on in between.
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
                           from record.clause k cross join lateral (select * from record.vote_tally l where l.organisation = k.organisation and l.charter = k.charter and l.clause = k.id
                             order by l.wording is not distinct from record.clause_wording(k) desc, l.round desc limit 1) t
                          where k.organisation = h.organisation and k.charter = h.id), '[]'::jsonb))
      from record.seat_at(seat, today) a join record.charter h on h.organisation = a.organisation and h.id = a.charter join record.organisation o on o.id = h.organisation;
  end;
