-- How backups by timetable fare: for the administrators' page and the figures. What a restored database says of another machine's would mislead.
create table kit.backup_run (
  kind text constraint backup_run_pk primary key constraint backup_run_kind_known check (kind in ('backup', 'drill')),
  done_at timestamptz,
  failed_at timestamptz,
  problem text,
  facts jsonb not null default '{}'
);
comment on table kit.backup_run is 'not in a backup';
grant select, insert, update on kit.backup_run to kept_work;

-- What the process that makes them was told by its settings.
create table kit.backup_plan (
  one boolean default true constraint backup_plan_pk primary key constraint backup_plan_is_one check (one),
  daily_at text not null,
  keep integer not null,
  mark text not null,
  since timestamptz not null
);
comment on table kit.backup_plan is 'not in a backup';
grant select, insert, update, delete on kit.backup_plan to kept_work;
