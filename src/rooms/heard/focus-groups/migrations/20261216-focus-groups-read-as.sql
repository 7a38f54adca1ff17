-- Which words the second reader read: other words, also of a text about which its reviewers have decided anew, are read again.
alter table record.quote add column version integer not null default 0, add column read_version integer;
update record.quote set read_version = 0 where read_by is not null;
create function record.count_words() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger quote_counts_words before update on record.quote for each row when (new.words is distinct from old.words) execute function record.count_words();
