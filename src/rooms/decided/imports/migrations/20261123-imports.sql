create table record.import (
  organisation uuid not null,
  -- The board it was placed with; null until the clerk has said which.
  board uuid,
  id uuid not null,
  name text not null,
  kind text not null constraint import_kind_known check (kind in ('markdown', 'text', 'html', 'pdf')),
  sha256 text not null,
  -- The lines that every reading refers to, joined by newlines; for a PDF its text layer.
  source text not null,
  reading jsonb not null,
  state text not null constraint import_state_known check (state in ('to check', 'publishing', 'published')),
  imported_by uuid not null references record.account,
  imported_at timestamptz not null,
  primary key (organisation, id),
  -- The same file twice is the same import (issue 2, section 3).
  constraint import_once unique (organisation, sha256),
  foreign key (organisation, board) references record.board (organisation, id)
);

create table record.settlement (
  organisation uuid not null,
  import uuid not null,
  -- Id of a doubt, "unplaced-<line>", or "meeting" for the meeting's own particulars.
  subject text not null,
  outcome text not null constraint settlement_outcome_known check (outcome in ('accepted', 'corrected', 'set aside')),
  correction jsonb,
  settled_by uuid not null references record.account,
  settled_at timestamptz not null,
  primary key (organisation, import, subject),
  foreign key (organisation, import) references record.import (organisation, id)
);

grant select, insert, update on record.import, record.settlement to kept_work;
grant delete on record.settlement to kept_work;
alter table record.import enable row level security;
create policy inside on record.import to kept_work using (
  organisation = record.organisation_in_sight()
  and (board is null or record.may_see(organisation, board)));
alter table record.settlement enable row level security;
create policy inside on record.settlement to kept_work using (exists (
  select 1 from record.import found where found.organisation = settlement.organisation and found.id = settlement.import));
