-- Words are the same where they read the same: a blank, a sign that nobody sees, a comma, or a clause that was removed and written again, made
-- other words of them, so that the same class could be asked twice and one child's vote read out of the difference.
create function record.same_words(one jsonb, other jsonb) returns boolean language plpgsql immutable parallel safe set search_path = pg_catalog as $$
declare
  signs text := E'[\\s.,;:!?''"’‘“”()–—-]+';
begin
  return one is not null and other is not null
     and one ->> 'effectVerb' is not distinct from other ->> 'effectVerb'
     and btrim(regexp_replace(record.as_seen(concat_ws(' ', one ->> 'aim', (select string_agg(step, ' ' order by at) from jsonb_array_elements_text(one -> 'steps') with ordinality as s (step, at)), '|', one ->> 'effect')), signs, ' ', 'g'))
       = btrim(regexp_replace(record.as_seen(concat_ws(' ', other ->> 'aim', (select string_agg(step, ' ' order by at) from jsonb_array_elements_text(other -> 'steps') with ordinality as s (step, at)), '|', other ->> 'effect')), signs, ' ', 'g'));
end $$;
-- Of two clauses that read the same, one is voted on.
create or replace function record.clauses_to_vote(whose uuid, of_charter uuid) returns setof uuid language sql stable set search_path = pg_catalog
  begin atomic
    select k.id from record.clause k where k.organisation = whose and k.charter = of_charter
       and not exists (select from record.vote_tally t where t.organisation = k.organisation and t.charter = k.charter and t.outcome is not null and record.same_words(t.wording, record.clause_wording(k)))
       and not exists (select from record.clause b where b.organisation = k.organisation and b.charter = k.charter and (b.position, b.id) < (k.position, k.id) and record.same_words(record.clause_wording(b), record.clause_wording(k)));
  end;
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
      'tally', coalesce((select jsonb_agg(jsonb_build_object('clause', k.id, 'closedOn', t.closed_on, 'outcome', t.outcome, 'people', t.people, 'yes', t.yes, 'no', t.no, 'notSure', t.not_sure, 'chosen', t.chosen, 'shared', t.shared,
                                    'byChoosing', h.choose is not null, 'holds', record.same_words(t.wording, record.clause_wording(k))))
                           from record.clause k cross join lateral (select * from record.vote_tally l where l.organisation = k.organisation and l.charter = k.charter and (l.clause = k.id or record.same_words(l.wording, record.clause_wording(k)))
                             order by record.same_words(l.wording, record.clause_wording(k)) desc, l.outcome is null, l.round desc limit 1) t
                          where k.organisation = h.organisation and k.charter = h.id), '[]'::jsonb))
      from record.seat_at(seat, today) a join record.charter h on h.organisation = a.organisation and h.id = a.charter join record.organisation o on o.id = h.organisation;
  end;
grant execute on function record.same_words(jsonb, jsonb) to kept_work;
