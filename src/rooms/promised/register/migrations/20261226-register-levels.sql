-- What an entry has earned is worked out by the rule of register/rules.ts (docs/decisions/0029), told of by the rooms whose promises, practices and
-- themes it follows from. Triggers on their tables did it here, by a copy of the rule.
drop trigger promise_earns_a_level on published.promise;
drop trigger practice_earns_a_level on published.practice;
drop trigger theme_asks_for_promises on published.theme;
drop trigger register_entry_level_is_earned on published.register_entry;
drop function published.follow_promise(), published.follow_practice(), published.follow_themes(), published.earn_level(), published.register_facts(text, uuid);
alter table published.register_entry alter column showing_until drop expression, alter column heard_until drop expression;

-- No gate writes what readers see of an entry. Its days come this way, from whoever changes what they follow from: the signatory, the keeper of the
-- framework, a group of young people that the signatory asked, and whoever cleared a practice of it.
drop function published.write_entry_days(text, text, date);
create function published.write_entry_days(days jsonb) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  me uuid := record.organisation_in_sight();
begin
  update published.register_entry e set lapses_on = d.lapses_on, acting_until = d.acting_until, shown_until = d.shown_until, practised_until = d.practised_until,
      confirmed_until = d.confirmed_until, showing_until = d.showing_until, heard_until = d.heard_until
    from jsonb_populate_recordset(null::published.register_entry, days) d
   where e.framework = d.framework and e.slug = d.slug
     and (me in (e.organisation, e.keeper)
       or exists (select from published.practice q where q.organisation = e.organisation and q.keeper = me)
       or record.has_answered(me, e.organisation))
     and (e.lapses_on, e.acting_until, e.shown_until, e.practised_until, e.confirmed_until, e.showing_until, e.heard_until)
       is distinct from (d.lapses_on, d.acting_until, d.shown_until, d.practised_until, d.confirmed_until, d.showing_until, d.heard_until);
end $$;
revoke execute on function published.write_entry_days(jsonb) from public;
grant execute on function published.write_entry_days(jsonb) to kept_work;
