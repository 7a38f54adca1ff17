-- With which rule the days of a room's rows were worked out last: the sign of what the rule yields for its samples (kit/days/days.ts).
-- Whoever owns the database writes it; no gate reads it.
create table kit.day_rule (
  name text primary key,
  fingerprint text not null,
  written_at timestamptz not null default now()
);
