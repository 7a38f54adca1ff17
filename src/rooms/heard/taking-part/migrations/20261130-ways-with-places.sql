-- As in 20261130-seats-that-come-back, and with its places: how fast one sender may take seats follows from how many there are.
-- What a code opens: one object, or null where there is no such code.
create or replace function intake.code_opens(code bytea, today date, moment timestamptz) returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  w intake.way_in;
  s intake.survey;
  has_answered boolean := false;
begin
  select o.* into w from intake.way_in o where o.code_hash = code;
  if not found then
    select c.* into w from intake.pass p join intake.way_in c on c.way_in = p.way_in and c.kind = 'cards' where p.hash = code;
    if not found then return null; end if;
    has_answered := exists (select from intake.spent x where x.hash = code);
  end if;
  select v.* into s from intake.survey v where v.survey = w.survey;
  return jsonb_build_object('survey', w.survey, 'wayIn', w.way_in, 'audience', w.audience, 'kind', w.kind, 'place', w.place, 'places', w.places, 'closesOn', s.closes_on,
    -- Whether staff may still enter forms of paper, and devices what they kept.
    'takesLate', s.mixed_on is null and today between s.opens_on and s.late_until and w.stopped is null,
    'state', case when s.mixed_on is not null or s.closed or today > s.closes_on then 'closed'
                  when w.stopped = 'voided' then 'voided'
                  when w.stopped = 'paused' then 'paused'
                  when has_answered then 'spent'
                  when w.stopped is not null then 'code ended'
                  -- A session that is over before the first day never was.
                  when w.ends_at is not null and (moment > w.ends_at or (w.ends_at at time zone 'Europe/London')::date < s.opens_on) then 'ended'
                  when w.closed then case when w.kind = 'class session' then 'ended' else 'code ended' end
                  when today < s.opens_on then 'not yet'
                  when w.kind <> 'cards' and w.taken >= w.places and w.taken - (select count(*) from intake.unused_seats(w.way_in, moment, false)) >= w.places then 'full'
                  else 'open' end);
end $$;
