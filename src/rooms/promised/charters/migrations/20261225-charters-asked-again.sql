-- From which day words that were voted on may be put to the vote in another charter of the organisation is stored with the result, as askedAgainFrom() of
-- charters/rules.ts yields it (docs/decisions/0029). How long that is stood here a second time.
alter table record.vote_tally add column asked_again_from date;
-- Once, for what is here: a copy of the rule as it stood on 25 December 2026. The next start compares it with the rule and writes what differs.
update record.vote_tally set asked_again_from = (closed_on + interval '12 months')::date;
alter table record.vote_tally alter column asked_again_from set not null, alter column asked_again_from set default 'infinity';

create or replace function record.voted_elsewhere(whose uuid, of_charter uuid) returns table (clause uuid, charter uuid, closed_on date) language sql stable set search_path = pg_catalog
  begin atomic
    select k.id, t.charter, t.closed_on from record.clause k
      join record.vote_tally t on t.organisation = k.organisation and t.charter <> k.charter and t.outcome is not null and t.wording is not null
       and t.asked_again_from > current_date and record.words_seen(t.wording) = record.words_seen(record.clause_wording(k))
     where k.organisation = whose and k.charter = of_charter
    union all
    select k.id, o.id, null from record.clause k join record.charter h on h.organisation = k.organisation and h.id = k.charter
      join record.charter o on o.organisation = k.organisation and o.id <> k.charter and o.stage = 'vote'
       and (o.vote_opened_at, o.id) < (coalesce(h.vote_opened_at, 'infinity'), h.id)
      join record.clause b on b.organisation = o.organisation and b.charter = o.id and record.words_seen(record.clause_wording(b)) = record.words_seen(record.clause_wording(k))
     where k.organisation = whose and k.charter = of_charter;
  end;

-- Whoever closes a vote says the day; without one the words rest for good, so that nothing is asked again by an oversight.
create function record.close_vote(whose uuid, today date, again_from date) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform record.close_vote(whose, today);
  update record.vote_tally t set asked_again_from = again_from
   where t.organisation = record.organisation_in_sight() and t.charter = whose and t.asked_again_from = 'infinity';
end $$;
revoke execute on function record.close_vote(uuid, date, date) from public;
revoke execute on function record.close_vote(uuid, date) from kept_work;
grant execute on function record.close_vote(uuid, date, date) to kept_work;
