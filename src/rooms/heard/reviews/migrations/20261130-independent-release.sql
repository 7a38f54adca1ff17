-- Who releases a session is independent of who asked and of who appointed either; where no safeguarding lead of the setting is, its head
-- releases by a letter (decision 0015).

-- While a survey is open an organisation that asks or takes part keeps a safeguarding lead, and so does one that has a concern to close.
create or replace function record.needs_safeguarding(at uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from record.survey s where s.organisation = at and s.stage = 'open')
      or exists (select from record.survey_setting t join record.survey s on s.organisation = t.organisation and s.id = t.survey where t.setting = at and t.answer = 'takes part' and s.stage = 'open')
      or exists (select from record.concern c where c.organisation = at and c.outcome is null);
end $$;

alter table record.session_request add column by_head boolean not null default false;
alter table record.session_request drop constraint session_request_answered;
alter table record.session_request add constraint session_request_answered check ((answer is null) = (answered_on is null) and (answer is null) = (answered_by is null and not by_head) and not (by_head and answered_by is not null));

-- Whether the account that asks may answer: it sees the request, and its appointments do not meet the asker's.
create function record.may_release(which uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from record.session_request r where r.id = which and r.answer is null and record.answers_requests(r.organisation, r.asked_of) and record.are_independent(r.asked_by, kit.account()));
end $$;

create or replace function record.release_session(which uuid, grants boolean, today date) returns boolean language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  -- Appointments stand still until this transaction ends.
  perform from record.session_request r join record.organisation o on o.id in (r.organisation, r.asked_of) where r.id = which for share of o;
  update record.session_request r set answer = case when grants then 'released' else 'declined' end, answered_by = kit.account(), answered_on = today
   where r.id = which and r.answer is null and r.asked_by <> kit.account() and record.answers_requests(r.organisation, r.asked_of) and record.are_independent(r.asked_by, kit.account());
  return found;
end $$;

-- To the two who may know, and only while they still hold the role by which they asked or answered.
create or replace function record.released_session(which uuid) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select w.label from record.session_request r join record.concern_session s on s.concern = r.concern join record.way_in w on w.id = s.session
   where r.id = which and r.answer = 'released' and kit.account() in (r.asked_by, r.answered_by) and record.organisation_in_sight() in (r.organisation, r.asked_of) and record.answers_requests(r.organisation, r.asked_of));
end $$;

-- Addresses of those who may answer one's own open request; at home: whether a safeguarding lead of the setting is among them.
create function record.releasers(which uuid) returns table (email text, at_home boolean) language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    select a.email, bool_or(h.organisation = r.organisation and h.role = 'safeguarding')
      from record.session_request r
      join record.account_role h on (h.organisation = r.organisation and h.role = 'safeguarding') or (h.organisation = r.asked_of and h.role in ('lead', 'administrator'))
      join record.account a on a.id = h.account and a.closed_at is null
     where r.id = which and r.answer is null and r.asked_by = kit.account() and r.organisation = record.organisation_in_sight() and record.are_independent(r.asked_by, a.id)
     group by a.id, a.email order by a.email;
end $$;

-- A letter to the head: its link works once, for seven days, and dies when another head is named.
create table record.head_letter (
  organisation uuid not null,
  request uuid not null,
  token_hash bytea not null constraint head_letter_token_free unique constraint head_letter_token_is_sha256 check (octet_length(token_hash) = 32),
  named_at timestamptz not null,
  expires_at timestamptz not null,
  constraint head_letter_pk primary key (organisation, request),
  foreign key (organisation, request) references record.session_request (organisation, id)
);
call record.guard_organisation('head_letter');

-- The head to write to about one's own open request; nobody where another safeguarding lead of the setting may answer, or where the head
-- is not independent of the asker.
create function record.ask_head(which uuid, token bytea, ends timestamptz) returns table (name text, email text) language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  asked record.session_request;
  head record.head;
begin
  select * into asked from record.session_request r where r.id = which and r.answer is null and r.asked_by = kit.account() and r.organisation = record.organisation_in_sight();
  if not found or exists (select from record.releasers(which) who where who.at_home) or not record.head_is_independent(asked.organisation, asked.asked_by) then return; end if;
  select * into head from record.head h where h.organisation = asked.organisation;
  insert into record.head_letter (organisation, request, token_hash, named_at, expires_at) values (asked.organisation, which, token, head.named_at, ends)
    on conflict on constraint head_letter_pk do update set token_hash = excluded.token_hash, named_at = excluded.named_at, expires_at = excluded.expires_at;
  return query select head.name, head.email;
end $$;

-- What such a letter asks: who asks, for which survey, since when. No word of what was written, no class and no child.
create function record.head_request_for(token bytea, moment timestamptz) returns table (request uuid, organisation uuid, asked_of uuid, home text, asker text, survey text, asked_on date, head text)
  language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    select r.id, r.organisation, r.asked_of, o.name, a.name, r.survey_name, r.asked_on, h.name
      from record.head_letter l join record.session_request r on r.id = l.request join record.organisation o on o.id = r.organisation
      join record.account a on a.id = r.asked_by and a.closed_at is null join record.head h on h.organisation = r.organisation and h.named_at = l.named_at
     where l.token_hash = token and l.expires_at > moment and r.answer is null and record.holds(r.asked_by, r.organisation, 'safeguarding') and record.head_is_independent(r.organisation, r.asked_by);
end $$;

-- The head's answer; the link is used up with it. No row where the link is not good.
create function record.release_by_head(token bytea, grants boolean, moment timestamptz, today date) returns table (request uuid, organisation uuid, asked_of uuid) language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  perform from record.head_letter l where l.token_hash = token for update;
  return query
    with asked as (select f.request from record.head_request_for(token, moment) f)
    update record.session_request r set answer = case when grants then 'released' else 'declined' end, by_head = true, answered_on = today
      from asked where r.id = asked.request and r.answer is null returning r.id, r.organisation, r.asked_of;
  if found then delete from record.head_letter l where l.token_hash = token; end if;
end $$;

-- Who asked, for the letter that tells of the head's answer.
create function record.asker_address(which uuid) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select a.email from record.session_request r join record.account a on a.id = r.asked_by and a.closed_at is null where r.id = which and r.answer is not null);
end $$;

revoke all on function record.may_release(uuid), record.releasers(uuid), record.ask_head(uuid, bytea, timestamptz), record.head_request_for(bytea, timestamptz), record.release_by_head(bytea, boolean, timestamptz, date), record.asker_address(uuid) from public;
grant execute on function record.may_release(uuid), record.releasers(uuid), record.ask_head(uuid, bytea, timestamptz), record.head_request_for(bytea, timestamptz), record.release_by_head(bytea, boolean, timestamptz, date), record.asker_address(uuid) to kept_work;
