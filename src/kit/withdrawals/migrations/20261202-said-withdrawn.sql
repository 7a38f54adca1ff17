-- What was published by mistake is withdrawn: its address says so, with the day, the reason and in which role it was decided, and nothing else of it
-- is left for readers (docs/decisions/0023). Whatever lies below the address is withdrawn with it: versions, files, other forms.
create table published.withdrawal (
  address text primary key constraint withdrawal_of_this_site check (left(address, 1) = '/'),
  -- False where what lies below is published in its own right: the meetings of a board.
  below boolean not null,
  kind text not null,
  subject text not null,
  -- Null for the subject as a whole: the next version that is published takes the address up again.
  version integer,
  organisation uuid not null,
  organisation_name text not null,
  -- A role, never a person.
  role text not null,
  -- One of a list, so that a reason cannot repeat what was wrong.
  reason text not null constraint withdrawal_reason_known check (reason in ('personal', 'not meant', 'wrong', 'not ours', 'asked', 'unlawful')),
  on_day date not null
);
create index withdrawal_of_subject on published.withdrawal (kind, subject);
grant select on published.withdrawal to kept_public, kept_work;
grant insert, delete on published.withdrawal to kept_work;
alter table published.withdrawal enable row level security;
create policy seen on published.withdrawal for select to kept_public, kept_work using (true);
create policy own_made on published.withdrawal for insert to kept_work with check (organisation = nullif(current_setting('kept.organisation', true), '')::uuid);
create policy own_lifted on published.withdrawal for delete to kept_work using (organisation = nullif(current_setting('kept.organisation', true), '')::uuid and version is null);

-- A publication that is withdrawn keeps its number and its fingerprints, and nothing of what it said.
alter table published.publication add column withdrawn_on date;
alter table published.publication enable row level security;
create policy standing on published.publication to kept_public, kept_work using (withdrawn_on is null) with check (withdrawn_on is null);

create or replace function published.refuse() returns trigger language plpgsql as $$
declare
  is_emptied boolean := false;
begin
  if tg_op = 'UPDATE' and tg_level = 'ROW' then
    is_emptied := (new.id, new.kind, new.subject, new.version, new.published_at, new.previous, new.content_sha256, new.html_sha256, new.pdf_sha256)
        is not distinct from (old.id, old.kind, old.subject, old.version, old.published_at, old.previous, old.content_sha256, old.html_sha256, old.pdf_sha256)
      and exists (select from published.withdrawal w where w.kind = new.kind and w.subject = new.subject)
      and (
        -- All that it said goes, once and for good.
        (old.withdrawn_on is null and new.withdrawn_on is not null and new.title = '' and new.content = '' and new.html = '' and new.pdf is null and new.pages is null and new.changes is null)
        -- What a version changed repeats the words of the one before.
        or (new.changes is null and (new.title, new.content, new.html, new.pdf, new.pages, new.withdrawn_on) is not distinct from (old.title, old.content, old.html, old.pdf, old.pages, old.withdrawn_on)
          and exists (select from published.publication p where p.id = new.previous and p.withdrawn_on is not null))
      );
  end if;
  if is_emptied then return new; end if;
  raise exception 'a publication is never changed; publish a new version' using errcode = 'KP001';
end $$;

-- Number and id of the newest version that ever was, withdrawn or not: no number is given twice.
create function published.last_version(of_kind text, of_subject text, out id uuid, out version integer)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  select p.id, p.version into id, version from published.publication p where p.kind = of_kind and p.subject = of_subject order by p.version desc limit 1;
end $$;

-- Empties one version, or all, of a subject that the organisation in sight has withdrawn and had published. Gives the ids and numbers of those that were emptied.
create function published.empty_withdrawn(of_kind text, of_subject text, only_version integer, today date) returns table (id uuid, version integer)
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  me uuid := nullif(current_setting('kept.organisation', true), '')::uuid;
  gone uuid[];
begin
  if not exists (select from published.withdrawal w where w.kind = of_kind and w.subject = of_subject and w.organisation = me)
     or not exists (select from kit.journal j where j.kind = of_kind and j.scope = me::text and ((j.verb = 'publish' and j.thing = of_subject)
       -- Who told a practice did not clear it: its own taking out of the library vouches for it.
       or (of_kind = 'practice' and j.verb = 'withdraw' and j.detail ->> 'slug' = of_subject))) then
    raise exception 'a publication is withdrawn by who published it' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(p.id) into gone from published.publication p
   where p.kind = of_kind and p.subject = of_subject and p.withdrawn_on is null and (only_version is null or p.version = only_version);
  if gone is null then return; end if;
  delete from published.passage d where d.publication = any(gone);
  delete from published.decision d where d.publication = any(gone);
  delete from published.action d where d.publication = any(gone);
  delete from published.person d where d.publication = any(gone);
  delete from published.board d where d.publication = any(gone);
  update published.meeting m set
    pack = case when m.pack = any(gone) then null else m.pack end,
    minutes = case when m.minutes = any(gone) then null else m.minutes end,
    state = case when m.state not in ('minutes published', 'agenda published') then m.state
                 when m.minutes is not null and m.minutes <> all(gone) then 'minutes published'
                 when m.pack is not null and m.pack <> all(gone) then 'agenda published' else 'planned' end,
    changed_at = now()
    where m.pack = any(gone) or m.minutes = any(gone);
  update published.publication p set withdrawn_on = today, title = '', content = '', html = '', pdf = null, pages = null, changes = null where p.id = any(gone);
  update published.publication p set changes = null where p.previous = any(gone) and p.changes is not null;
  return query select p.id, p.version from published.publication p where p.id = any(gone);
end $$;

-- What `kept verify` asks: publications that are empty, with what vouches for it.
create function published.withdrawn_publications() returns table (id uuid, kind text, subject text, version integer, previous uuid, content_sha256 text, html_sha256 text, pdf_sha256 text, withdrawn_on date, is_empty boolean, is_journalled boolean)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select p.id, p.kind, p.subject, p.version, p.previous, p.content_sha256, p.html_sha256, p.pdf_sha256, p.withdrawn_on,
    p.content = '' and p.html = '' and p.pdf is null and p.title = '',
    exists (select from kit.journal j where j.verb = 'withdraw' and j.kind = p.kind and j.thing = p.subject)
  from published.publication p where p.withdrawn_on is not null;
end $$;
revoke execute on function published.last_version(text, text), published.empty_withdrawn(text, text, integer, date), published.withdrawn_publications() from public;
grant execute on function published.last_version(text, text), published.empty_withdrawn(text, text, integer, date) to kept_work;
grant execute on function published.withdrawn_publications() to kept_public, kept_work;
