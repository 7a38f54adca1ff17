-- The keys of this Kept: numbered, each sealed under a key from the secret, so that the secret can be changed and the keys
-- stay. The fingerprint says which secret opens them and tells nothing of it. No gate has any right here: the owner reads
-- it when Kept starts (docs/decisions/0018).
create table kit.key_ring (
  number integer constraint key_ring_pk primary key constraint key_ring_number_counts check (number > 0),
  wrapped bytea not null,
  fingerprint text not null,
  made_at timestamptz not null
);
