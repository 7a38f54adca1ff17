-- Whose board it is, for whoever names it: another organisation's boards are in nobody's sight.
create function record.board_keeper(of_slug text) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select b.organisation from record.board b where b.slug = of_slug);
end $$;
revoke execute on function record.board_keeper(text) from public;
grant execute on function record.board_keeper(text) to kept_work;
