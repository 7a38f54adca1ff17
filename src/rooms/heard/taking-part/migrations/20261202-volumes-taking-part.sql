-- How many have answered is worked out for the ways in and the settings that a page shows, not for all of a survey (kit/db/slice.ts): null is all.
drop function record.received(uuid);
create function record.received(of_survey uuid, of_ways uuid[]) returns table (way_in uuid, setting uuid, audience text, band integer) language sql stable security definer set search_path = pg_catalog as $$
  select w.way_in, w.setting, w.audience, case when n.many = 0 then 0 when n.many < 10 then 1 else (n.many / 10) * 10 end::integer
    from intake.way_in w join intake.survey s on s.survey = w.survey
    cross join lateral (select coalesce(w.answered, count(*)) as many from intake.spent x where x.way_in = w.way_in
      and x.submission <> '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea) c, lateral (select case when w.stopped = 'voided' then 0 else c.many end as many) n
   where w.survey = of_survey and (of_ways is null or w.way_in = any (of_ways)) and record.organisation_in_sight() in (s.organisation, w.setting)
$$;
revoke execute on function record.received(uuid, uuid[]) from public;
grant execute on function record.received(uuid, uuid[]) to kept_work;

drop function record.received_by_setting(uuid);
create function record.received_by_setting(of_survey uuid, of_settings uuid[]) returns table (setting uuid, audience text, band integer) language sql stable security definer set search_path = pg_catalog as $$
  select g.setting, g.audience, case when g.many = 0 then 0 when g.many < 10 then 1 else (g.many / 10) * 10 end::integer
    from (select w.setting, w.audience, sum(n.many)::bigint as many from intake.way_in w join intake.survey s on s.survey = w.survey
      cross join lateral (select coalesce(w.answered, count(*)) as many from intake.spent x where x.way_in = w.way_in
        and x.submission <> '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea) c, lateral (select case when w.stopped = 'voided' then 0 else c.many end as many) n
      where w.survey = of_survey and (of_settings is null or w.setting is null or w.setting = any (of_settings)) and record.organisation_in_sight() in (s.organisation, w.setting) group by w.setting, w.audience) g
$$;
revoke execute on function record.received_by_setting(uuid, uuid[]) from public;
grant execute on function record.received_by_setting(uuid, uuid[]) to kept_work;
