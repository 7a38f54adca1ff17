-- A link belongs to an account, and the table names no address: that of whoever has no account is kept as a keyed hash, so that both are
-- treated alike (docs/decisions/0016). Links from before live half an hour at most: who holds one asks for another.
delete from kit.sign_in_link;
alter table kit.sign_in_link
  drop column email,
  drop column used_at,
  -- Null where the address has no account: such a link opens nothing.
  add column account uuid,
  -- Of the address that a letter went to; null for a link that was printed (kept admin link).
  add column address bytea constraint sign_in_link_address_is_hmac check (octet_length(address) = 32);
create index sign_in_link_by_account on kit.sign_in_link (account);
create index sign_in_link_by_address on kit.sign_in_link (address, created_at);
