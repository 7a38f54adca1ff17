-- How an entry stands, which level it has and when its signature lapses follows from stored days (docs/decisions/0029): the rules of
-- register/rules.ts yield them, acts write them, lists compare them with a day. All of it stood here a second time.
alter table published.register_entry alter column lapses_on drop expression;
drop function published.register_standing(text, date, date);
drop function published.register_level(text, date, date, date, date, date);

-- No gate writes what readers see of an entry. Its days come this way: from whoever signs, and from the keeper.
create function published.write_entry_days(of_framework text, of_slug text, lapses date) returns void
  language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update published.register_entry e set lapses_on = lapses
   where e.framework = of_framework and e.slug = of_slug and record.organisation_in_sight() in (e.organisation, e.keeper);
end $$;
revoke execute on function published.write_entry_days(text, text, date) from public;
grant execute on function published.write_entry_days(text, text, date) to kept_work;

-- What was earned: the greatest of the days that stand with promises and practices. How long each of them counts is their own rule.
create or replace function published.register_facts(of_framework text, of_organisation uuid, out acting_until date, out shown_until date, out practised_until date, out confirmed_until date)
  language sql stable set search_path = pg_catalog
  begin atomic
    select
      (select case when count(*) = count(best) then min(best) end
         from (select (select max(p.counts_until) from published.promise p where p.organisation = of_organisation and p.framework = of_framework and p.theme = t.key) as best
                 from published.theme t where t.framework = of_framework and t.promised) promised),
      (select max(p.shown_until) from published.promise p where p.organisation = of_organisation and p.framework = of_framework),
      (select max(q.counts_until) from published.practice q where q.organisation = of_organisation and exists (select from unnest(q.themes) theme where starts_with(theme, of_framework || ' '))),
      (select max(p.confirmed_until) from published.promise p where p.organisation = of_organisation and p.framework = of_framework);
  end;
drop trigger promise_earns_a_level on published.promise;
create trigger promise_earns_a_level after insert or delete or update of organisation, framework, theme, counts_until, shown_until, confirmed_until on published.promise for each row execute function published.follow_promise();
drop trigger practice_earns_a_level on published.practice;
create trigger practice_earns_a_level after insert or delete or update of organisation, counts_until, themes on published.practice for each row execute function published.follow_practice();
