-- Long work: asked for in the same transaction as the act that needs it, done by whichever process takes it.
create table kit.job (
  id uuid primary key,
  kind text not null,
  organisation uuid not null,
  account uuid not null,
  payload jsonb not null,
  state text not null default 'waiting' constraint job_state_known check (state in ('waiting', 'running', 'done', 'failed')),
  -- What is being done, in words a clerk reads, and how far: 0 to 1.
  step text not null default 'Waiting to start',
  progress real not null default 0,
  attempts integer not null default 0,
  -- A running job whose lease has run out was left by a process that died: anybody may take it.
  lease_until timestamptz,
  -- Where the reader goes when it is done; what went wrong when it failed.
  outcome text,
  asked_at timestamptz not null,
  ended_at timestamptz
);
create index job_open on kit.job (asked_at) where state in ('waiting', 'running');
grant select, insert, update on kit.job to kept_work;
