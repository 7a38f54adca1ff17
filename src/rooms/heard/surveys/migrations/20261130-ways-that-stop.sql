-- Ways in that stop, batches of cards that can be seen and withdrawn, and a last day that is signed. Decisions 0012, 0013.

-- The last day that was signed with the data sheet, and a later one that waits for a signature.
alter table record.survey add column signed_until date;
alter table record.survey add column moves_to date;
update record.survey set signed_until = closes_on where signed_hash is not null;

-- As intake.way_in has it; why, and when. A pause has no reason of its own: its setting does not take part.
alter table record.way_in add column stopped text constraint way_in_stopped_known check (stopped in ('paused', 'withdrawn', 'voided'));
alter table record.way_in add column stopped_on date;
alter table record.way_in add column stop_reason text;
-- Who opened it; null where nobody wrote it down.
alter table record.way_in add column made_by uuid references record.account;
-- Of cards: the day on which their file was handed out, once.
alter table record.way_in add column handed_out_on date;
alter table record.way_in add column handed_out_by uuid references record.account;
update record.way_in set handed_out_on = opened_on where kind = 'cards';

-- The codes of a batch until its file is handed out, for half an hour at most: sealed under a key that the database never sees.
create table record.card_codes (
  organisation uuid not null,
  survey uuid not null,
  setting uuid not null,
  way_in uuid not null,
  sealed bytea not null,
  gone_at timestamptz not null,
  primary key (organisation, survey, way_in),
  foreign key (organisation, survey, way_in) references record.way_in (organisation, survey, id)
);
call record.guard_setting('card_codes');
grant select, insert, delete on record.card_codes to kept_work;

-- Codes whose half hour is over, of whatever survey.
create function record.forget_card_codes(moment timestamptz) returns void language sql volatile security definer set search_path = pg_catalog as $$
  delete from record.card_codes c where c.gone_at < moment
$$;
revoke execute on function record.forget_card_codes(timestamptz) from public;
grant execute on function record.forget_card_codes(timestamptz) to kept_work;
