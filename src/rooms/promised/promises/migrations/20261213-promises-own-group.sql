-- A group that whoever promised brought here, or that is a part of it, is not as independent as one that came by itself: readers are told
-- beside its answer. Worked out here, as the question is written: only the inviter may read who was invited.
alter table published.confirmation add column tie text constraint confirmation_tie_known check (tie in ('invited', 'part'));

create function record.tie_of(promiser uuid, of_group text) returns text
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select case
      when exists (select from record.invitation i where i.organisation = promiser and i.name is not null and i.joined = g.id) then 'invited'
      when g.part_of = (select o.slug from record.organisation o where o.id = promiser) then 'part'
    end from record.organisation g where g.slug = of_group;
  end;
revoke execute on function record.tie_of(uuid, text) from public;

create function published.say_tie() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  new.tie := record.tie_of(new.organisation, new.group_slug);
  return new;
end $$;
create trigger confirmation_says_tie before insert on published.confirmation for each row execute function published.say_tie();

update published.confirmation c set tie = t.tie
  from (select a.id, record.tie_of(a.organisation, a.group_slug) as tie from published.confirmation a) t
 where t.id = c.id and t.tie is not null;
