-- Readers see a board as responsible where it is the organisation's own, or where its keeper has said yes. No page may pass by.
create function published.keep_named_board() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.board is not null
     and record.board_keeper(new.board) is distinct from new.organisation
     and not exists (select from record.naming n where n.organisation = new.organisation and n.kind = 'board of a promise' and n.thing = new.id and n.named = new.board and n.answer = 'yes') then
    new.board := null;
  end if;
  return new;
end $$;
create trigger promise_names_by_yes before insert or update on published.promise for each row execute function published.keep_named_board();

-- An answer is seen at once: the promise takes its board from the record again, and the rule above decides.
create function record.show_named_board() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  update published.promise p set board = r.board from record.promise r where p.id = new.thing and r.organisation = new.organisation and r.id = new.thing;
  return null;
end $$;
create trigger naming_of_a_board_is_shown after update on record.naming for each row when (new.kind = 'board of a promise') execute function record.show_named_board();

-- Those who are named in public already were never asked. They are asked now, and left out until they answer.
insert into record.naming (organisation, id, kind, thing, named_organisation, named, named_name, namer_name, words, path, asked_on)
  select p.organisation, gen_random_uuid(), 'board of a promise', p.id, b.organisation, b.slug, b.name, p.organisation_name, p.aim, '/promises/' || p.slug, current_date
    from published.promise p join record.board b on b.slug = p.board where b.organisation <> p.organisation;
update published.promise set board = board where board is not null;
