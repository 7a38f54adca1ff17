-- Lists of boards name the organisation that keeps one: as everywhere, with the mark while it is not verified.
alter table published.board add column owner uuid;
update published.board p set owner = b.organisation from record.board b where b.slug = p.slug;
create function record.note_owner_of_board() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  new.owner := coalesce((select b.organisation from record.board b where b.slug = new.slug), new.owner);
  return new;
end $$;
revoke all on function record.note_owner_of_board() from public;
-- Before the mark is set: triggers go by their names.
create trigger is_owned before insert or update on published.board for each row execute function record.note_owner_of_board();
call record.shows_name('published.board', 'organisation', 'owner', 'id');
