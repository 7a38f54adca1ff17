-- Answers and codes are deleted by the retention of kit alone (kit/retention): no gate may delete them by a date.
drop function intake.forget_answers(date);
drop function intake.forget_codes(date);

-- In which turn a seat was taken is forgotten as soon as it has answered.
create function intake.forget_turns() returns void language sql volatile security definer set search_path = pg_catalog as $$
  update intake.pass p set turn = null where p.turn is not null and exists (select from intake.spent x where x.hash = p.hash and x.submission <> intake.nought())
$$;
revoke execute on function intake.forget_turns() from public;
grant execute on function intake.forget_turns() to kept_release;
