-- What was destroyed in the database and may still lie in its files and its log: the next round takes it out of them (src/kit/traces.ts).
-- Written in the transaction that destroys, so that a crash in between forgets nothing.
create table kit.trace (
  id uuid not null default gen_random_uuid() constraint trace_pk primary key,
  -- Nobody may see any more what this transaction destroyed before its place can be written over.
  since xid8 not null default pg_current_xact_id(),
  -- A table whose free space is written over in place, and a function without parameters that fills it. Null where there is none.
  filled text,
  filled_by text,
  -- Tables that are rewritten where they are small enough (`must`: whatever their size).
  rewritten text[] not null default '{}',
  must boolean not null default false
);
comment on table kit.trace is 'not in a backup';
