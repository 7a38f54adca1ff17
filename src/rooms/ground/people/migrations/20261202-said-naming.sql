-- Nobody is named in public by another organisation as responsible without its yes. Who names asks; only who is named answers, and may change
-- the answer whenever it wants. What the answer means for a public page is said by the room that asks, in a trigger of its own.
create table record.naming (
  organisation uuid not null references record.organisation,
  id uuid not null,
  -- As what: "board of a promise" is a board that is responsible for it.
  kind text not null constraint naming_kind_known check (kind in ('board of a promise')),
  -- What names: the id of a promise.
  thing uuid not null,
  named_organisation uuid not null references record.organisation,
  constraint naming_of_others check (named_organisation <> organisation),
  -- What is named: the short name and the name of a board.
  named text not null,
  named_name text not null,
  -- Who names, and what would be said, as the named one reads it before it answers.
  namer_name text not null,
  words text not null,
  path text not null,
  asked_on date not null,
  asked_by uuid,
  answer text constraint naming_answer_known check (answer in ('yes', 'no')),
  answered_on date,
  answered_by uuid,
  constraint naming_answered_whole check ((answer is null) = (answered_on is null)),
  primary key (organisation, id),
  constraint naming_asked_once unique (organisation, kind, thing, named)
);
create index naming_of_named on record.naming (named_organisation, asked_on);
create index naming_of_thing on record.naming (thing);
call record.guard_both('naming', 'named_organisation');
-- No right to update: whoever names must not answer for those who are named.
grant select, insert on record.naming to kept_work;

create function record.only_ask_to_name() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  -- Without an organisation in sight no gate gets past the policy: that is the owner, who asks for those who were named before there was a question.
  if (record.organisation_in_sight() is not null and new.organisation is distinct from record.organisation_in_sight()) or new.answer is not null then
    raise exception 'a naming begins as a question of whoever names' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger naming_is_asked before insert on record.naming for each row execute function record.only_ask_to_name();

-- The one way to answer, for the organisation in sight that is named: yes or no, and later the other.
create function record.answer_naming(asked uuid, said text, by_account uuid, today date) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update record.naming n set answer = said, answered_on = today, answered_by = by_account
   where n.id = asked and n.named_organisation = record.organisation_in_sight() and n.answer is distinct from said;
  return found;
end $$;
revoke execute on function record.answer_naming(uuid, text, uuid, date) from public;
grant execute on function record.answer_naming(uuid, text, uuid, date) to kept_work;
