-- A name that looks like one of somebody who is here, and is known to be theirs, is a claim as one of a register is: a group of young people called
-- itself “Local Government Association” and published under that name. Letters with blanks between them are read as the word that they make,
-- and short words for the kind of an authority ("LB", "LBC") are such words too.
create or replace function record.plain_name(name text) returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
begin
  return replace(replace(replace(translate(regexp_replace(regexp_replace(btrim(regexp_replace(regexp_replace(replace(record.as_seen(replace(name, '|', 'l')), '&', ' and '),
    E'[''’.]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')), E'\\m(\\w) (?=\\w\\M)', E'\\1', 'g'), '^(the )+', ''), 'i10', 'llo'), 'rn', 'm'), 'vv', 'w'), 'cl', 'd');
end $$;
create or replace function record.authority_name(name text) returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
declare
  plain text := record.plain_name(name);
  kinds text[] := array(select record.plain_name(word) from unnest(array['of', 'the', 'royal', 'london', 'borough', 'city', 'county', 'district', 'metropolitan', 'unitary', 'authority', 'council', 'corporation', 'lb', 'lbc', 'rb', 'rbc', 'mbc', 'mdc', 'bc', 'cc', 'dc', 'ua', 'local', 'government']) as word);
  short text;
begin
  select string_agg(word, ' ' order by at) into short from string_to_table(plain, ' ') with ordinality as w (word, at) where word <> all (kinds);
  -- "City of London" has no other words.
  return coalesce(short, (select string_agg(word, ' ' order by at) from string_to_table(plain, ' ') with ordinality as w (word, at) where word <> all (array[record.plain_name('council'), record.plain_name('corporation'), record.plain_name('authority')])), plain);
end $$;


create or replace function record.claim_of(of_kind text, of_authority text, of_urn integer, of_name text) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  letters text := normalize(of_name, NFKD);
begin
  if of_urn is not null or (of_kind = 'authority' and of_authority is not null) then return 'number'; end if;
  if of_kind = 'authority' or record.is_official_name(of_name) then return 'name'; end if;
  -- Letters of an alphabet that looks like Latin, among Latin ones; and signs that make a text be shown in another order than it is written in.
  if letters ~ '[A-Za-z]' and letters ~ E'[\u0250-\u02af\u0370-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1d00-\u1dbf\u2c60-\u2cff\ua4d0-\ua4ff\ua640-\ua69f\ua720-\ua7ff\uab30-\uabbf\U00010280-\U0001efff]' then return 'name'; end if;
  if of_name ~ E'[\u202a-\u202e\u2066-\u2069]' then return 'name'; end if;
  -- Whether a name is verified, or official, is said by Kept alone.
  if strpos(record.plain_name(of_name), record.plain_name('verified')) > 0 or record.plain_name('official') = any (string_to_array(record.plain_name(of_name), ' ')) then return 'name'; end if;
  -- Whose name is here already, and is known to be theirs. Many groups of young people have one name.
  if exists (select from record.organisation o where o.kind <> 'group' and record.plain_name(o.name) = record.plain_name(of_name)
       and (o.verified_at is not null or (o.claim is null and not exists (select from record.invitation i where i.joined = o.id and i.name is not null)))) then return 'name'; end if;
  return null;
end $$;
