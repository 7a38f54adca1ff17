-- Mail that an act asked for waits here until the mail server took it, and is then forgotten: an act that was
-- acknowledged does not lose its letter to a mail server that is away.
create table kit.mail (
  id uuid primary key,
  organisation uuid not null,
  recipient text not null,
  subject text not null,
  body text not null,
  asked_at timestamptz not null,
  attempts integer not null default 0,
  next_at timestamptz not null
);
create index mail_by_next on kit.mail (next_at);
grant select, insert, update, delete on kit.mail to kept_work;
