-- What was done on which day for which organisation, so that no day's work is done twice, however many processes there are.
create table kit.daily_run (
  name text not null,
  organisation uuid not null,
  day date not null,
  primary key (name, organisation, day)
);
grant select, insert, delete on kit.daily_run to kept_work;
