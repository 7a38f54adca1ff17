-- A keeper goes through what it cleared for others by place (kit/db/slice.ts).
drop index published.practice_by_keeper;
create index practice_by_keeper on published.practice (keeper, published_on, slug) where state = 'published';
