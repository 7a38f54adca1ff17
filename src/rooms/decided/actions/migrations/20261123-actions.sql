create table record.action (
  organisation uuid not null,
  board uuid not null,
  id uuid not null,
  minute uuid not null,
  position integer not null,
  prose jsonb not null,
  -- Null until somebody says who and by when; never guessed (reference S7).
  owner text,
  due date,
  -- Which of action, owner and due the clerk added to what the minutes say.
  by_clerk text[] not null default '{}',
  state text not null default 'open' constraint action_state_known check (state in ('open', 'started', 'done', 'accepted', 'cannot be done', 'transferred')),
  primary key (organisation, id),
  foreign key (organisation, minute) references record.minute (organisation, id) on delete cascade
);

grant select, insert, update, delete on record.action to kept_work;
call record.guard('action');
