create table published.practice (
  slug text primary key,
  title text not null,
  organisation uuid not null
);
create table published.practice_use (
  practice text not null references published.practice,
  promise uuid not null,
  promise_slug text not null,
  organisation_name text not null,
  aim text not null,
  primary key (practice, promise)
);
grant select on published.practice, published.practice_use to kept_public, kept_work;
grant insert, update on published.practice to kept_work;
grant insert, delete on published.practice_use to kept_work;
