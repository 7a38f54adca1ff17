-- Lists go through an index from a place on (kit/db/slice.ts); a misspelt name is likened to those that an index brings near.
drop index published.offer_by_provider;
create index offer_by_provider on published.offer (provider_code, title, slug) where state = 'live';
create index offer_named_alike on published.offer using gin (named gin_trgm_ops) with (fastupdate = off) where state = 'live';
