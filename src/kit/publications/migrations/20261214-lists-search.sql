-- Search over everything published costs no more because more is published (docs/decisions/0026).

-- Within one kind the newest are gone through, and a word is known or not, without a look at the others.
create index passage_newest_of_kind on published.passage (kind, date desc nulls last, publication, position);
create index passage_found_in_practice on published.passage using gin (found) with (fastupdate = off) where kind = 'practice';

-- Words of about a length with a first or a last letter: the likely ones of a misspelt word.
create index word_by_first_letter on published.word ("left"(word, 1), length(word));
create index word_by_last_letter on published.word ("right"(word, 1), length(word));

-- The newest places of a query, so many at most. Neither way alone is quick for every word: going through the newest finds a frequent word at
-- once and a rare one never; the index of words finds a rare one at once, and of a frequent one more places than anybody reads. So:
-- a word of which every seventh of the newest places speaks is met in passing; one with few places is taken whole; any other is looked for in
-- a span of days that should hold enough of it, where both indexes together leave only what is both, and then in one four times as long.
create function published.newest_found(query tsquery, of_board text, of_kind text, at_most integer)
  returns table (publication uuid, "position" integer, date date, rank real)
  language plpgsql stable
  set search_path = pg_catalog
  set enable_seqscan = off
  set enable_indexscan = on
  set enable_bitmapscan = on as $$
#variable_conflict use_column
declare
  looked_at constant integer := 500;
  passed_at_most constant integer := 5000;
  few constant integer := 1000;
  among constant text := ' from published.passage p where true' || case when of_board is null then '' else ' and p.board = $2' end
    || case when of_kind is null then '' else ' and p.kind = $3' end;
  newest constant text := ' order by p.date desc nulls last, p.publication, p."position"';
  found constant text := 'select p.publication, p."position", p.date, ts_rank(p.found, $1)' || among || ' and p.found @@ $1';
  looked integer;
  seen integer;
  missing integer := at_most;
  got integer;
  top date;
  upto date;
  since date;
  span integer;
begin
  execute 'select count(*), count(*) filter (where w.found @@ $1), max(w.date), max(w.date) - min(w.date) + 1 from (select p.found, p.date' || among || newest || ' limit $4) w'
    into looked, seen, top, span using query, of_board, of_kind, looked_at;
  if looked < looked_at then
    return query execute found || newest || ' limit $4' using query, of_board, of_kind, at_most;
    return;
  end if;

  if seen * 7 >= looked then
    execute 'select p.date' || among || newest || ' offset $4 limit 1' into since using query, of_board, of_kind, passed_at_most;
    since := coalesce(since, '-infinity'::date);
    perform set_config('enable_bitmapscan', 'off', true);
    return query execute found || ' and p.date >= $4' || newest || ' limit $5' using query, of_board, of_kind, since, at_most;
    get diagnostics got = row_count;
    missing := missing - got;
    if missing <= 0 then return; end if;
    upto := since;
    perform set_config('enable_bitmapscan', 'on', true);
    perform set_config('enable_indexscan', 'off', true);
  elsif seen > 2 then
    perform set_config('enable_indexscan', 'off', true);
    upto := 'infinity'::date;
  else
    perform set_config('enable_indexscan', 'off', true);
    execute 'select count(*) from (select' || among || ' and p.found @@ $1 limit $4) w' into got using query, of_board, of_kind, few + 1;
    if got <= few then
      return query execute found || newest || ' limit $4' using query, of_board, of_kind, at_most;
      return;
    end if;
    upto := 'infinity'::date;
  end if;

  -- Where the newest showed so many, this many days should show enough, and a third more for luck.
  span := least(span::bigint * at_most * 4 / 3 / greatest(seen, 1), 36500);
  while top is not null and span < 40000 loop
    since := top - span;
    if since < upto then
      return query execute found || ' and p.date >= $4 and p.date < $5' || newest || ' limit $6'
        using query, of_board, of_kind, since, upto, missing;
      get diagnostics got = row_count;
      missing := missing - got;
      if missing <= 0 then return; end if;
      upto := since;
    end if;
    span := span * 4;
  end loop;
  return query execute found || ' and (p.date < $4 or p.date is null)' || newest || ' limit $5' using query, of_board, of_kind, upto, missing;
end $$;
grant execute on function published.newest_found(tsquery, text, text, integer) to kept_public, kept_work;
