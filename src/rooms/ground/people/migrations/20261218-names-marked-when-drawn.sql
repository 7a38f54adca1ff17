-- The mark came with a change of the claim alone, and went with the next time that the row was drawn: whoever was not verified ended a promise, or a
-- keeper took an entry off, and the name stood bare. It is set whenever a name is drawn now, too.
create function record.mark_name_drawn() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  of_column constant text := tg_argv[0];
  whose constant text := to_jsonb(new) ->> tg_argv[1];
  given constant text := to_jsonb(new) ->> of_column;
  bare boolean;
begin
  if given is null or whose is null then return new; end if;
  execute format('select exists (select from record.organisation o where o.%I::text = $1 and o.claim is not null and o.verified_at is null)', tg_argv[2]) into bare using whose;
  return jsonb_populate_record(new, jsonb_build_object(of_column, record.marked_name(given, not bare)));
end $$;
revoke all on function record.mark_name_drawn() from public;

create or replace procedure record.shows_name(name text, of_column text, by_column text, of_key text) language plpgsql as $$
begin
  execute format('create trigger %I after update of claim, verified_at on record.organisation for each row when ((old.claim is null or old.verified_at is not null) <> (new.claim is null or new.verified_at is not null)) execute function record.mark_names(%L, %L, %L, %L)',
    'marks ' || name || ' ' || of_column, name, of_column, by_column, of_key);
  execute format('create trigger %I before insert or update on %s for each row execute function record.mark_name_drawn(%L, %L, %L)', 'marks ' || of_column, name::regclass, of_column, by_column, of_key);
  execute format('update %s t set %I = record.marked_name(t.%I, false) from record.organisation o where t.%I = o.%I and o.claim is not null and o.verified_at is null', name::regclass, of_column, of_column, by_column, of_key);
end $$;

do $$
declare
  one record;
begin
  for one in
    select a[1] as name, a[2] as of_column, a[3] as by_column, a[4] as of_key
      from (select string_to_array(encode(t.tgargs, 'escape'), '\000') as a from pg_trigger t where t.tgrelid = 'record.organisation'::regclass and t.tgfoid = 'record.mark_names'::regproc) triggers
     -- What an organisation says of itself is marked by its policy.
     where a[1] <> 'published.organisation'
  loop
    execute format('create trigger %I before insert or update on %s for each row execute function record.mark_name_drawn(%L, %L, %L)', 'marks ' || one.of_column, one.name::regclass, one.of_column, one.by_column, one.of_key);
    execute format('update %s t set %I = record.marked_name(t.%I, false) from record.organisation o where t.%I = o.%I and o.claim is not null and o.verified_at is null', one.name::regclass, one.of_column, one.of_column, one.by_column, one.of_key);
  end loop;
end $$;

-- Who took something back is named at its address.
call record.shows_name('published.withdrawal', 'organisation_name', 'organisation', 'id');
