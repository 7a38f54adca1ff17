-- A letter may hold a link that lets somebody in, and it names somebody's address: it waits sealed, and only who knows Kept's secret can open it
-- (docs/decisions/0016). Whoever posts a letter needs the public key alone; the sender works the private one out from the secret.
create table kit.mail_key (
  one boolean not null default true constraint mail_key_pk primary key constraint mail_key_is_one check (one),
  public_key bytea not null constraint mail_key_is_x25519 check (octet_length(public_key) = 32)
);
grant select on kit.mail_key to kept_work;

-- Letters of the door belong to no organisation. What waits in clear from before is sealed at the next start, which knows the key.
alter table kit.mail
  alter column organisation drop not null,
  alter column recipient drop not null,
  alter column subject drop not null,
  alter column body drop not null,
  add column sealed bytea,
  -- After this nobody needs it: a week, or the life of the link that it brings. What is needed soonest goes first.
  add column until timestamptz;
update kit.mail set until = asked_at + interval '7 days';
alter table kit.mail alter column until set not null;
alter table kit.mail add constraint mail_is_sealed check (sealed is null or (recipient is null and subject is null and body is null));
