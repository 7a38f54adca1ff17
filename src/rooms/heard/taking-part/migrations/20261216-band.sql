-- How many, never finer than 0, 1 to 9, 10 to 19 and so on: the least that it may be. The one place where counts of young people become bands.
create function record.band(many bigint) returns integer language sql immutable parallel safe set search_path = pg_catalog
  return case when many <= 0 then 0 when many < 10 then 1 else (many / 10) * 10 end::integer;
grant execute on function record.band(bigint) to kept_work;
