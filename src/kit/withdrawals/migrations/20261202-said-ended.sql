-- What was right and is over: it stays readable, and says that it has ended. For what has no end of its own in its room (charters, frameworks).
create table published.ending (
  kind text not null,
  subject text not null,
  organisation uuid not null,
  -- A role, never a person.
  role text not null,
  reason text not null constraint ending_has_reason check (reason <> ''),
  on_day date not null,
  primary key (kind, subject)
);
grant select on published.ending to kept_public, kept_work;
grant insert, delete on published.ending to kept_work;
alter table published.ending enable row level security;
create policy seen on published.ending for select to kept_public, kept_work using (true);
create policy own_made on published.ending for insert to kept_work with check (organisation = nullif(current_setting('kept.organisation', true), '')::uuid);
create policy own_lifted on published.ending for delete to kept_work using (organisation = nullif(current_setting('kept.organisation', true), '')::uuid);
