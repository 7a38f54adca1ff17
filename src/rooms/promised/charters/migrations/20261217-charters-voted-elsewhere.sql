-- The same words in two charters of one organisation are the same question to the same young people: two results beside each other let one child's
-- vote be read out of the difference (decision 0022). So they are put to the vote once, wherever they stand: not again in another charter within
-- twelve months of a result of ten or more, and not in two votes that are open at once. After a year other children are asked.
create function record.words_seen(words jsonb) returns text language plpgsql immutable parallel safe set search_path = pg_catalog as $$
declare
  signs text := E'[\\s.,:;!?''"’‘“”()–—-]+';
begin
  return btrim(regexp_replace(record.as_seen(concat_ws(' ', words ->> 'aim', (select string_agg(step, ' ' order by at) from jsonb_array_elements_text(words -> 'steps') with ordinality as s (step, at)), '|', words ->> 'effect')), signs, ' ', 'g'))
      || '|' || coalesce(words ->> 'effectVerb', '');
end $$;
create or replace function record.same_words(one jsonb, other jsonb) returns boolean language plpgsql immutable parallel safe set search_path = pg_catalog as $$
begin
  return one is not null and other is not null and record.words_seen(one) = record.words_seen(other);
end $$;
grant execute on function record.words_seen(jsonb) to kept_work;

-- Since when a charter is at the vote, so that of two that are open at once the first has the words.
alter table record.charter add column vote_opened_at timestamptz;
update record.charter set vote_opened_at = changed_at where stage = 'vote';
create function record.note_vote_opened() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.stage is distinct from old.stage then new.vote_opened_at := case when new.stage = 'vote' then clock_timestamp() end; end if;
  return new;
end $$;
create trigger note_vote_opened before update of stage on record.charter for each row execute function record.note_vote_opened();

-- Where words of a charter were voted on, or are voted on first, in another one of its organisation.
create function record.voted_elsewhere(whose uuid, of_charter uuid) returns table (clause uuid, charter uuid, closed_on date) language sql stable set search_path = pg_catalog
  begin atomic
    select k.id, t.charter, t.closed_on from record.clause k
      join record.vote_tally t on t.organisation = k.organisation and t.charter <> k.charter and t.outcome is not null and t.wording is not null
       and t.closed_on > current_date - interval '12 months' and record.words_seen(t.wording) = record.words_seen(record.clause_wording(k))
     where k.organisation = whose and k.charter = of_charter
    union all
    select k.id, o.id, null from record.clause k join record.charter h on h.organisation = k.organisation and h.id = k.charter
      join record.charter o on o.organisation = k.organisation and o.id <> k.charter and o.stage = 'vote'
       and (o.vote_opened_at, o.id) < (coalesce(h.vote_opened_at, 'infinity'), h.id)
      join record.clause b on b.organisation = o.organisation and b.charter = o.id and record.words_seen(record.clause_wording(b)) = record.words_seen(record.clause_wording(k))
     where k.organisation = whose and k.charter = of_charter;
  end;
grant execute on function record.voted_elsewhere(uuid, uuid) to kept_work;

create or replace function record.clauses_to_vote(whose uuid, of_charter uuid) returns setof uuid language sql stable set search_path = pg_catalog
  begin atomic
    select k.id from record.clause k where k.organisation = whose and k.charter = of_charter
       and not exists (select from record.vote_tally t where t.organisation = k.organisation and t.charter = k.charter and t.outcome is not null and record.same_words(t.wording, record.clause_wording(k)))
       and not exists (select from record.clause b where b.organisation = k.organisation and b.charter = k.charter and (b.position, b.id) < (k.position, k.id) and record.same_words(record.clause_wording(b), record.clause_wording(k)))
       and k.id not in (select e.clause from record.voted_elsewhere(whose, of_charter) e);
  end;
