-- What retention knows of time (decision 0018), and what it has marked to be deleted. Written by the tables' owner alone: no gate can delete by a
-- date, or bring a deletion nearer.
create table kit.retention_clock (
  one boolean not null default true constraint retention_clock_pk primary key constraint retention_clock_is_one check (one),
  -- The clock of the database at the last round whose date was believed; null before the first.
  last_round timestamptz,
  -- For how long Kept has run, in milliseconds, counted without any clock that somebody can set.
  ran bigint not null default 0,
  -- By how much the clock has gained lately on the time that Kept ran, in milliseconds.
  gained bigint not null default 0,
  -- Since when the date is not believed: why, what the clock said then, and after how much running time.
  stopped_why text constraint retention_clock_why_known check (stopped_why in ('forward', 'back')),
  stopped_at timestamptz,
  stopped_ran bigint,
  -- After how much running time the administrators were last told.
  told_ran bigint,
  -- The date that an administrator has confirmed; the next round looks at it.
  confirmed_on date,
  confirmed_by uuid,
  constraint retention_clock_stopped check (num_nulls(stopped_why, stopped_at, stopped_ran) in (0, 3))
);
-- An older Kept has noted on which days it ran.
insert into kit.retention_clock (last_round) select max(d.day)::timestamptz from kit.daily_run d;
grant select on kit.retention_clock to kept_work;

create table kit.retention_mark (
  -- Which rule of retention, and which of its things.
  entry text not null,
  thing text not null,
  -- Null for what belongs to no organisation.
  organisation uuid,
  -- The last day on which it was to be kept.
  until date not null,
  marked_ran bigint not null,
  constraint retention_mark_pk primary key (entry, thing)
);
alter table kit.retention_mark enable row level security;
create policy seen on kit.retention_mark to kept_work using (organisation is null or organisation = record.organisation_in_sight());
grant select on kit.retention_mark to kept_work;

-- An administrator says which day it is. Deletion goes on once a round finds that the clock says the same.
create function kit.confirm_date(today date) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not exists (select from record.account_role r join record.account a on a.id = r.account and a.closed_at is null where r.account = kit.account() and r.role = 'administrator') then
    raise exception 'only administrators confirm the date' using errcode = 'insufficient_privilege';
  end if;
  update kit.retention_clock set confirmed_on = today, confirmed_by = kit.account();
end $$;
revoke execute on function kit.confirm_date(date) from public;
grant execute on function kit.confirm_date(date) to kept_work;

-- Carried out by the retention of kit, in two steps or with reasons for one.
revoke delete on kit.daily_run from kept_work;
drop function kit.forget_buckets(timestamptz);
