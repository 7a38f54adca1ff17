create table record.account (
  id uuid primary key,
  email text not null constraint account_email_lower check (email = lower(email)) constraint account_email_free unique,
  name text not null,
  -- What this persona shows a visitor of the demonstration; null for the account of a real person.
  persona text,
  created_at timestamptz not null,
  closed_at timestamptz
);

-- What an account may do, inside one organisation, on one board or (null) on all of them.
create table record.account_role (
  account uuid not null references record.account,
  organisation uuid not null,
  board uuid,
  role text not null constraint account_role_known check (role in ('administrator', 'clerk', 'author', 'member')),
  constraint account_role_once unique nulls not distinct (account, organisation, board, role)
);

grant select on record.account, record.account_role to kept_work;
