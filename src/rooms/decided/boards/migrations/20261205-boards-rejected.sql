-- Boards and meetings of an organisation whose claim is rejected leave the lists and the search.
create function record.ends_boards_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  delete from published.passage d using record.board b where b.organisation = new.id and d.board = b.slug;
  delete from published.decision d using record.board b where b.organisation = new.id and d.board = b.slug;
  delete from published.action d using record.board b where b.organisation = new.id and d.board = b.slug;
  delete from published.person d using record.board b where b.organisation = new.id and d.board = b.slug;
  delete from published.meeting d using record.board b where b.organisation = new.id and d.board = b.slug;
  delete from published.board d using record.board b where b.organisation = new.id and d.slug = b.slug;
  return null;
end $$;
revoke all on function record.ends_boards_of_rejected() from public;
create trigger ends_boards_of_rejected after update of rejected_on on record.organisation for each row when (new.rejected_on is not null and old.rejected_on is null) execute function record.ends_boards_of_rejected();
