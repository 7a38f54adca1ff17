-- The days of a practice are stored as its rule yields them (docs/decisions/0029): practiceDays() of practice/rules.ts works them out and
-- whatever publishes, reviews or withdraws one writes them. The rule stood here a second time; the days that it gave stay.
alter table published.practice alter column review_due drop expression;
alter table published.practice add column counts_until date;

-- Once, for what is here: a copy of the rule as it stood on 24 December 2026. The next start compares it with the rule and writes what differs.
update published.practice set counts_until = (published_on + interval '12 months')::date where state = 'published';

-- What was withdrawn counts no more.
create or replace function record.ends_practices_of_rejected() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  why text := 'The organisation is not who it says it is. ' || new.rejected_because;
  who constant text := 'Whoever runs this site';
begin
  delete from published.passage d using published.publication p join published.practice t on t.slug = p.subject where p.kind = 'practice' and d.publication = p.id and t.organisation = new.id;
  update published.practice t set state = 'withdrawn', withdrawn_on = new.rejected_on, withdrawn_by = who, reason = why, counts_until = null where t.organisation = new.id and t.state = 'published';
  return null;
end $$;
