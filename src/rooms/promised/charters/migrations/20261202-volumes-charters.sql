-- Lists go through an index from a place on (kit/db/slice.ts).
drop index published.charter_by_day;
create index charter_by_day on published.charter (published_on, slug);
