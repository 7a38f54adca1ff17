-- What was published stands in one chain, and its head, with those of the journal, is signed by a key that the database does not hold
-- (docs/decisions/0024). Whoever owns the database can write every row here, and cannot sign.

-- One line for each publication, in the order in which they were committed. No foreign key: a line outlives its publication, and names what is missing.
create table published.publication_line (
  number bigint constraint publication_line_pk primary key,
  publication uuid not null constraint publication_line_once unique,
  kind text not null,
  subject text not null,
  version integer not null,
  content_sha256 text not null,
  html_sha256 text not null,
  pdf_sha256 text,
  previous bytea not null,
  hash bytea not null
);
create trigger publication_line_is_append_only before update or delete on published.publication_line for each row execute function kit.refuse_change();
create trigger publication_line_is_never_emptied before truncate on published.publication_line for each statement execute function kit.refuse_change();
grant select on published.publication_line to kept_public, kept_work;

create function published.add_line(of published.publication) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  last published.publication_line;
begin
  select * into last from published.publication_line order by number desc limit 1;
  insert into published.publication_line (number, publication, kind, subject, version, content_sha256, html_sha256, pdf_sha256, previous, hash)
  select next.number, of.id, of.kind, of.subject, of.version, of.content_sha256, of.html_sha256, of.pdf_sha256, next.previous,
    sha256(next.previous || kit.framed(next.number::text, of.id::text, of.kind, of.subject, of.version::text, of.content_sha256, of.html_sha256, of.pdf_sha256))
    from (select coalesce(last.number, 0) + 1 as number, coalesce(last.hash, decode(repeat('00', 32), 'hex')) as previous) next;
end $$;
revoke execute on function published.add_line(published.publication) from public;

-- At the commit, so that who publishes holds the chain for a moment only, and holds nothing that comes after it. A number that is taken meanwhile
-- by somebody else is waited for here.
create function published.line_up() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(20261203, 1);
  perform published.add_line(new);
  return null;
end $$;
revoke execute on function published.line_up() from public;
create constraint trigger stands_in_the_chain after insert on published.publication deferrable initially deferred for each row execute function published.line_up();

do $$
declare
  one published.publication;
begin
  for one in select * from published.publication order by published_at, id loop
    perform published.add_line(one);
  end loop;
end $$;

-- The public keys with which heads were signed, one after the other; each vouches by its signature for the one before.
create table published.signing_key (
  number integer constraint signing_key_pk primary key,
  key text not null,
  made_at timestamptz not null,
  follows text,
  signature text
);
create trigger signing_key_is_append_only before update or delete on published.signing_key for each row execute function kit.refuse_change();
create trigger signing_key_is_never_emptied before truncate on published.signing_key for each statement execute function kit.refuse_change();
grant select on published.signing_key to kept_public, kept_work;

-- Canonical JSON and its signature; numbered, each names the one before by its hash.
create table published.signed_head (
  number bigint constraint signed_head_pk primary key,
  statement text not null,
  sha256 text not null constraint signed_head_once unique,
  signature text not null,
  -- How many publications it covers, for whoever looks for the first that covers one.
  publications bigint not null,
  signed_at timestamptz not null
);
create index signed_head_by_publications on published.signed_head (publications, number);
create trigger signed_head_is_append_only before update or delete on published.signed_head for each row execute function kit.refuse_change();
create trigger signed_head_is_never_emptied before truncate on published.signed_head for each statement execute function kit.refuse_change();
grant select on published.signed_head to kept_public;
grant select, insert on published.signed_head to kept_work;

-- The heads of the journal that a signed head was the first to cover; their hash stands in its statement.
create table kit.signed_scope (
  head bigint not null constraint signed_scope_of_head references published.signed_head,
  scope text not null,
  number bigint not null,
  hash bytea not null,
  constraint signed_scope_pk primary key (head, scope)
);
create index signed_scope_newest on kit.signed_scope (scope, number desc);
create trigger signed_scope_is_append_only before update or delete on kit.signed_scope for each row execute function kit.refuse_change();
create trigger signed_scope_is_never_emptied before truncate on kit.signed_scope for each statement execute function kit.refuse_change();
grant select, insert on kit.signed_scope to kept_work;
