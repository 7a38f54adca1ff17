call record.shows_name('published.network', 'organisation_name', 'organisation', 'id');
call record.shows_name('published.award', 'organisation_name', 'organisation', 'id');
call record.shows_name('published.network_member', 'name', 'member', 'id');

create or replace function record.network_people(asked uuid) returns table (member uuid, slug text, name text, kind text) language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    select o.id, o.slug, record.marked_name(o.name, o.claim is null or o.verified_at is not null), o.kind from record.network_member m join record.organisation o on o.id = m.member
     where m.network = asked and record.organisation_in_sight() in (m.organisation, m.member);
end $$;
create or replace function record.show_membership() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.state = 'joined' then
    insert into published.network_member (network, member, slug, name, kind, role, since)
      select new.network, o.id, o.slug, record.marked_name(o.name, o.claim is null or o.verified_at is not null), o.kind, new.role, new.since from record.organisation o where o.id = new.member
      on conflict (network, member) do update set (slug, name, role, since) = (excluded.slug, excluded.name, excluded.role, excluded.since);
  else
    delete from published.network_member shown where shown.network = new.network and shown.member = new.member;
  end if;
  update published.network n set members = (select count(*) from published.network_member m where m.network = new.network) where n.id = new.network;
  return null;
end $$;
