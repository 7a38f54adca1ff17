-- Readers see who has signed, once: what they go through holds nobody else, so that ten invitations for each signature cost them nothing.
create index register_entry_signed_by_name on published.register_entry (framework, folded, slug) where first_signed_on is not null;
create index register_entry_signed_by_kind on published.register_entry (framework, kind, folded, slug) where first_signed_on is not null;
create index register_entry_signed_by_area on published.register_entry (framework, authority, folded, slug) where first_signed_on is not null;
create index register_entry_signed_by_state on published.register_entry (framework, state, folded, slug) where first_signed_on is not null;
create index register_entry_signed_by_end on published.register_entry (framework, lapses_on) where first_signed_on is not null;
-- A level is a day's: who ever earned it is few enough to go through.
create index register_entry_acting on published.register_entry (framework, folded, slug) where first_signed_on is not null and acting_until is not null;
create index register_entry_showing on published.register_entry (framework, folded, slug) where first_signed_on is not null and showing_until is not null;
create index register_entry_heard on published.register_entry (framework, folded, slug) where first_signed_on is not null and heard_until is not null;
create index register_entry_signed_alike on published.register_entry using gin (folded gin_trgm_ops) with (fastupdate = off) where first_signed_on is not null;

-- Those who have signed and in whose folded name each of these parts stands, so many at most. A reader's own question cannot use the index of
-- parts of names: what a policy hides must be hidden before anything is compared. Here the same is hidden by what is asked.
create function published.signed_named(of_framework text, parts text[], of_kind text, of_authority text, at_most integer) returns setof text
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query execute 'select e.slug from published.register_entry e where e.first_signed_on is not null and e.framework = $1'
    || case when of_kind is null then '' else ' and e.kind = $2' end
    || case when of_authority is null then '' else ' and e.authority = $3' end
    || coalesce((select string_agg(format(' and e.folded like %L', '%' || part || '%'), '') from unnest(parts) part), '')
    || ' limit $4' using of_framework, of_kind, of_authority, at_most;
end $$;
revoke execute on function published.signed_named(text, text[], text, text, integer) from public;
grant execute on function published.signed_named(text, text[], text, text, integer) to kept_public;
