-- Nothing new begins under what has ended (docs/decisions/0023); what began before can still be changed, and taken back. One rule, which each room
-- puts on its own tables: an ended thing can be named in no new row, and in no row that did not name it before.
create function published.refuse_if_ended(of_kind text, of_subject text) returns void language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if exists (select from published.ending e where e.kind = of_kind and e.subject = of_subject) then
    raise exception 'nothing new begins under what has ended' using errcode = 'KP013';
  end if;
end $$;

-- What a row names at a path in it: one short name, or a list. After a short name a blank and more may follow: "framework theme".
create function published.subjects_at(of_row jsonb, at_path text[]) returns setof text language plpgsql immutable set search_path = pg_catalog as $$
declare
  found jsonb := of_row #> at_path;
begin
  return query select split_part(one, ' ', 1) from jsonb_array_elements_text(case jsonb_typeof(found) when 'array' then found when 'string' then jsonb_build_array(found) else '[]'::jsonb end) one;
end $$;

create function published.refuse_ended() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  chosen text;
  before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}'::jsonb end;
begin
  for chosen in select * from published.subjects_at(to_jsonb(new), tg_argv[1]::text[]) except select * from published.subjects_at(before, tg_argv[1]::text[]) loop
    perform published.refuse_if_ended(tg_argv[0], chosen);
  end loop;
  return new;
end $$;

-- `harmless` says of a new row that it takes up nothing new.
create procedure published.not_begun_under_ended(name text, of_kind text, at_path text[], harmless text) language plpgsql as $$
begin
  execute format('create trigger not_begun_under_ended before insert or update on %s for each row when ((%s) is not true) execute function published.refuse_ended(%L, %L)', name::regclass, harmless, of_kind, at_path::text);
end $$;
revoke execute on function published.refuse_if_ended(text, text), published.subjects_at(jsonb, text[]) from public;
