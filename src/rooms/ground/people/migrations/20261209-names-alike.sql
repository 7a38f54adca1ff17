-- Texts that look the same are the same to whoever reads them (Unicode Technical Standard 39): letters of other alphabets that look like Latin
-- ones, accents, wide forms, and signs that nobody sees.
create function record.as_seen(given text) returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
begin
  return lower(translate(
    regexp_replace(lower(normalize(given, NFKD)), E'[\u0300-\u036f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e0fff]', '', 'g'),
    E'\u0430\u0251\u03b1\u13aa\ua4ee\u1d00\u044c\u0432\u03b2\u13f4\ua4d0\u0299\u0441\u03f2\u13df\ua4da\u1d04\u0501\u13a0\ua4d3\u0257\u1d05\u0111\u00f0\u0435\u04bd\u03b5\u13ac\ua4f0\u1d07\ua4dd\u03dd\u0261\u0581\u13c0\ua4d6\u0262\u04bb\u0570\u043d\u13bb\ua4e7\u029c\u0127\u0456\u0131\u0269\u03b9\u13a5\ua4f2\u026a\u0458\u13ab\ua4d9\u03f3\u1d0a\u043a\u03ba\u13e6\ua4d7\u1d0b\u04cf\ua4e1\u13de\u029f\u0142\u043c\u00b5\u13b7\ua4df\u1d0d\u0578\u057c\u0274\ua4e0\u043f\u03b7\u043e\u03bf\u0585\u13a4\ua4f3\u1d0f\u03c3\u00f8\u0440\u03c1\u13e2\ua4d1\u1d18\u051b\u0566\u0563\u0433\u027e\u13a1\ua4e3\u0280\u0455\u13da\ua4e2\ua731\u057f\u0442\u03c4\u13a2\ua4d4\u1d1b\u0167\u03c5\u057d\u028b\ua4f4\u1d1c\u03bd\u0475\u13d9\ua4e6\u1d20\u0461\u051d\u13b3\ua4ea\u1d21\u0561\u0445\u03c7\ua4eb\u0443\u04af\u03b3\ua4ec\u028f\u1d22\u03b6\u13c3\ua4dc\u0410\u2c6d\u0391\uab7a\u042c\u0412\u0392\u13fc\u0421\u03f9\uabaf\u0500\uab70\u018a\u0110\u00d0\u0415\u04bc\u0395\uab7c\u03dc\ua7ac\u0551\uab90\u04ba\u0540\u041d\uab8b\u0126\u0406\u0196\u0399\uab75\ua7ae\u0408\uab7b\u037f\u041a\u039a\uabb6\u04c0\uabae\u0141\u041c\u039c\uab87\u0548\u054c\u041f\u0397\u041e\u039f\u0555\uab74\u03a3\u00d8\u0420\u03a1\uabb2\u051a\u0536\u0533\u0413\uab71\u01a6\u0405\uabaa\u054f\u0422\u03a4\uab72\u0166\u03a5\u054d\u01b2\u039d\u0474\uaba9\u0460\u051c\uab83\u0531\u0425\u03a7\u0423\u04ae\u0393\u0396\uab93', 'aaaaaabbbbbbcccccdddddddeeeeeeffggggghhhhhhhiiiiiiijjjjjkkkkklllllmmmmmnnnnnnoooooooopppppqqqrrrrrsssssttttttuuuuuvvvvvwwwwwwxxxyyyyyzzzzaaaabbbbcccdddddeeeefggghhhhhiiiiijjjkkklllmmmnnnnoooooopppqqqrrrsssttttuuuvvvwwwwxxyyyzz'));
end $$;

-- A name as it is compared with those of registers: as it is seen, without punctuation, and with signs that are taken for one another: "l", "I",
-- "1"; "o", "0"; "rn", "m"; "vv", "w"; "cl", "d". Only for comparing: nobody reads it.
create or replace function record.plain_name(name text) returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
begin
  return replace(replace(replace(translate(regexp_replace(btrim(regexp_replace(regexp_replace(replace(record.as_seen(replace(name, '|', 'l')), '&', ' and '),
    E'[''’.]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')), '^(the )+', ''), 'i10', 'llo'), 'rn', 'm'), 'vv', 'w'), 'cl', 'd');
end $$;
create or replace function record.authority_name(name text) returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
declare
  plain text := record.plain_name(name);
  kinds text[] := array(select record.plain_name(word) from unnest(array['of', 'the', 'royal', 'london', 'borough', 'city', 'county', 'district', 'metropolitan', 'unitary', 'authority', 'council', 'corporation']) as word);
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
  -- Whether a name is verified is said by Kept alone.
  if strpos(record.plain_name(of_name), record.plain_name('verified')) > 0 then return 'name'; end if;
  return null;
end $$;
revoke all on function record.as_seen(text) from public;
grant execute on function record.as_seen(text) to kept_work;
