-- Lists go through an index from a place on (kit/db/slice.ts): newest news first, and among what has ended.
drop index published.promise_by_news;
create index promise_by_news on published.promise (changed_at, id);
drop index published.promise_by_theme;
create index promise_by_theme on published.promise (framework, theme, changed_at, id);
create index promise_by_framework on published.promise (framework, changed_at, id);
drop index published.promise_by_authority;
create index promise_by_authority on published.promise (authority, changed_at, id);
drop index published.promise_by_organisation;
create index promise_by_organisation on published.promise (organisation_slug, changed_at, id);
drop index published.promise_by_charter;
create index promise_by_charter on published.promise (charter, changed_at, id) where charter is not null;
create index promise_of_board on published.promise (board, changed_at, id) where board is not null;
create index promise_by_state on published.promise (state, changed_at, id);
