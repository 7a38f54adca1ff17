-- A name that holds an authority's with its word for the kind ("Camden Council Services", "The Voice of the London Borough of Camden") is taken for
-- the authority's. "Camden Youth Voice" is not.
create or replace function record.is_official_name(name text) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  plain text := record.plain_name($1);
  words text[] := string_to_array(plain, ' ');
  ends text[] := array(select record.plain_name(word) from unnest(array['council', 'lbc', 'rbc', 'mbc', 'corporation']) as word);
  begins text[] := array[record.plain_name('borough') || ' ' || record.plain_name('of')];
  at integer;
begin
  if exists (select from record.authority a where record.authority_name(a.name) = record.authority_name($1) or record.plain_name(a.official_name) = plain)
      or exists (select from record.school s where record.plain_name(s.name) = plain)
      or exists (select from record.trust t where record.plain_name(t.name) = plain) then return true; end if;
  -- The words before such a word, or behind it, as far as names of authorities are long.
  for at in 1 .. cardinality(words) loop
    if words[at] = any (ends) and exists (select from generate_series(greatest(1, at - 5), at - 1) as first join record.authority a on record.authority_name(a.name) = record.authority_name(array_to_string(words[first : at], ' '))) then return true; end if;
    if at > 2 and words[at - 2] || ' ' || words[at - 1] = any (begins) and exists (select from generate_series(at, least(cardinality(words), at + 4)) as last join record.authority a on record.authority_name(a.name) = array_to_string(words[at : last], ' ')) then return true; end if;
  end loop;
  return false;
end $$;
-- Names are compared as they are seen now (record.plain_name, record.authority_name).
reindex index record.authority_by_plain_name;
reindex index record.school_by_plain_name;
reindex index record.trust_by_plain_name;
select record.note_claims();
