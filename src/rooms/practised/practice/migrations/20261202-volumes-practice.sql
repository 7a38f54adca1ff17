-- Lists go through an index from a place on (kit/db/slice.ts).
drop index published.practice_by_day;
create index practice_by_day on published.practice (published_on, slug) where state = 'published';
drop index published.practice_by_authority;
create index practice_by_authority on published.practice (authority, published_on, slug) where state = 'published';
create index practice_of_slug on published.practice (organisation_slug, published_on, slug) where state = 'published';
