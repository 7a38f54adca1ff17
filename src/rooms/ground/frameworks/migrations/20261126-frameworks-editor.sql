-- Keys of themes, asks and wordings that were published and then removed: they are never given again, because promises,
-- practices and offers of others may still name them.
alter table record.framework add column retired text[] not null default '{}';
