-- Whoever promised could invite an organisation of its own, and let that one invite the group: only a direct tie was said. Now the whole way is followed:
-- who invited whom to Kept, and who is part of whom. An organisation in between is not named, for it was not asked (decision 0023).
alter table published.confirmation drop constraint confirmation_tie_known;
alter table published.confirmation add constraint confirmation_tie_known check (tie in ('invited', 'part', 'through'));

create or replace function record.tie_of(promiser uuid, of_group text) returns text
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    -- Union, not union all: an organisation that was seen is not followed again.
    with recursive brought (id) as (
      select promiser
      union
      select n.id from brought b cross join lateral (
        select i.joined as id from record.invitation i where i.organisation = b.id and i.name is not null and i.joined is not null
        union
        select o.id from record.organisation o where o.part_of = (select up.slug from record.organisation up where up.id = b.id)) n
    )
    select case
      when exists (select from record.invitation i where i.organisation = promiser and i.name is not null and i.joined = g.id) then 'invited'
      when g.part_of = (select o.slug from record.organisation o where o.id = promiser) then 'part'
      when g.id <> promiser and exists (select from brought b where b.id = g.id) then 'through'
    end from record.organisation g where g.slug = of_group;
  end;
create index if not exists organisation_part_of on record.organisation (part_of) where part_of is not null;

update published.confirmation c set tie = t.tie
  from (select a.id, record.tie_of(a.organisation, a.group_slug) as tie from published.confirmation a) t
 where t.id = c.id and t.tie = 'through';
