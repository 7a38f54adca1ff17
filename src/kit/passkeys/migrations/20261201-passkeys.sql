-- Passkeys (WebAuthn): the key that lies on somebody's device, beside the link that goes to their mailbox (docs/decisions/0016).
-- Of a passkey Kept knows the public half only.
create table kit.passkey (
  id uuid not null constraint passkey_pk primary key,
  account uuid not null,
  -- As the authenticator named it, in base64url.
  credential text not null constraint passkey_credential_once unique constraint passkey_credential_length check (length(credential) between 1 and 1400),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null constraint passkey_name_length check (length(name) between 1 and 60),
  added_at timestamptz not null,
  used_at timestamptz
);
create index passkey_by_account on kit.passkey (account);

-- What a browser is asked to sign: bound to its session, for one purpose, used up by the first answer.
create table kit.passkey_challenge (
  session bytea not null constraint passkey_challenge_pk primary key references kit.session on delete cascade,
  purpose text not null constraint passkey_challenge_purpose_known check (purpose in ('add', 'show')),
  challenge text not null,
  expires_at timestamptz not null
);

-- Somebody lost all their passkeys and asks a second person of each organisation that trusts them with a role.
create table kit.passkey_reset (
  account uuid not null,
  organisation uuid not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  constraint passkey_reset_pk primary key (account, organisation),
  constraint passkey_reset_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
  constraint passkey_reset_not_by_oneself check (confirmed_by <> account)
);
create index passkey_reset_by_organisation on kit.passkey_reset (organisation);

-- Which passkey was shown in this session; null where none was.
alter table kit.session add column passkey uuid;
create index session_by_passkey on kit.session (passkey);

grant select, insert, update, delete on kit.passkey, kit.passkey_challenge, kit.passkey_reset to kept_work;
