-- Recordings that read questions aloud. Which question, audience and language a recording belongs to stands in the draft and in the
-- sealed versions, which name it by its SHA-256; here are the bytes. What a version names cannot be removed: it was listened to.
create table record.instrument_sound (
  organisation uuid not null,
  instrument uuid not null,
  sha256 text not null constraint instrument_sound_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  type text not null constraint instrument_sound_type check (type in ('audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav')),
  bytes bytea not null constraint instrument_sound_size check (octet_length(bytes) between 1 and 1048576),
  primary key (organisation, instrument, sha256),
  foreign key (organisation, instrument) references record.instrument (organisation, id)
);
call record.guard_organisation('instrument_sound');
grant select, insert, delete on record.instrument_sound to kept_work;

create function record.instrument_sound_is_sealed() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' or exists (
    select from record.instrument_version v
     where v.organisation = old.organisation and v.instrument = old.instrument
       and v.content @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('sounds', jsonb_build_array(jsonb_build_object('sha256', old.sha256)))))
  ) then
    raise exception 'a sealed version names this recording' using errcode = '42501';
  end if;
  return old;
end $$;
create trigger instrument_sound_is_sealed before update or delete on record.instrument_sound for each row execute function record.instrument_sound_is_sealed();
