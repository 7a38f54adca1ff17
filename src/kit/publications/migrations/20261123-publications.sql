-- The public gate reads this schema and nothing else (architecture: three gates, one record).
create table published.publication (
  id uuid primary key,
  kind text not null constraint publication_kind_known check (kind in ('board', 'pack', 'minutes')),
  -- Address of what is published: "board" or "board/meeting".
  subject text not null,
  version integer not null constraint publication_version_counts check (version > 0),
  title text not null,
  published_at timestamptz not null,
  previous uuid references published.publication,
  -- Canonical JSON, byte for byte as served and hashed.
  content text not null,
  content_sha256 text not null,
  -- The main part of the page, frozen; the frame around it (navigation, style) may change with the product.
  html text not null,
  html_sha256 text not null,
  pdf bytea,
  pdf_sha256 text,
  -- PackPages: where each anchor stands in the PDF; null where there is no PDF.
  pages jsonb,
  -- What is different from the previous version; null for the first.
  changes jsonb,
  constraint publication_version_once unique (kind, subject, version)
);

create function published.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'a publication is never changed; publish a new version' using errcode = 'KP001';
end $$;
create trigger immutable before update or delete on published.publication for each row execute function published.refuse();
create trigger never_emptied before truncate on published.publication for each statement execute function published.refuse();

-- What follows is drawn from the newest version of each publication and can be made again from it.

create table published.board (
  slug text primary key,
  name text not null,
  organisation text not null,
  publication uuid not null references published.publication
);

create table published.meeting (
  board text not null,
  slug text not null,
  board_name text not null,
  date date not null,
  start text,
  place text,
  mode text,
  -- "agenda published", "minutes published" ... as a reader understands it.
  state text not null,
  pack uuid references published.publication,
  minutes uuid references published.publication,
  changed_at timestamptz not null,
  primary key (board, slug)
);
create index meeting_by_date on published.meeting (date);

create table published.decision (
  publication uuid not null references published.publication,
  position integer not null,
  board text not null,
  meeting text not null,
  date date,
  item_number text,
  item_title text not null,
  body text not null,
  path text not null,
  primary key (publication, position)
);
create index decision_by_date on published.decision (date desc);

create table published.action (
  publication uuid not null references published.publication,
  position integer not null,
  board text not null,
  meeting text not null,
  date date,
  item_number text,
  item_title text not null,
  body text not null,
  owner text,
  due date,
  state text not null,
  path text not null,
  primary key (publication, position)
);
create index action_by_date on published.action (date desc);

create table published.person (
  publication uuid not null references published.publication,
  position integer not null,
  slug text not null,
  name text not null,
  board text not null,
  board_name text not null,
  -- "member", "substitute", "office", "outside body", "attendance", "declaration".
  kind text not null,
  -- Office, body, status of attendance, or nature of the interest.
  label text,
  political_group text,
  authority text,
  meeting text,
  date date,
  path text not null,
  primary key (publication, position)
);
create index person_by_slug on published.person (slug);

create table published.passage (
  publication uuid not null references published.publication,
  position integer not null,
  kind text not null,
  board text not null,
  title text not null,
  heading text not null,
  date date,
  path text not null,
  body text not null,
  -- Body without accents, for searching.
  folded text not null,
  found tsvector generated always as (to_tsvector('english', folded)) stored,
  primary key (publication, position)
);
create index passage_found on published.passage using gin (found);

-- Every word that stands in a passage, so that a misspelt one can be led to the nearest.
create table published.word (
  word text primary key
);
create index word_alike on published.word using gin (word gin_trgm_ops);

-- Raised by every act of publishing: pages kept in memory are good as long as it stands still.
create table published.revision (
  only_row boolean primary key default true check (only_row),
  number bigint not null
);
insert into published.revision (number) values (1);

grant select on all tables in schema published to kept_public, kept_work;
grant insert on published.publication to kept_work;
grant insert, update, delete on published.board, published.meeting, published.decision, published.action, published.person,
  published.passage, published.word to kept_work;
grant update on published.revision to kept_work;
