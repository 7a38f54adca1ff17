-- Where readers and other organisations meet the name of an organisation that is not verified, the name says so. The mark stands in the names that
-- are drawn for readers, so that lists, files and feeds say it as pages do; it comes and goes with the claim.
create function record.marked_name(name text, verified boolean) returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
declare
  mark constant text := ' (not verified)';
  plain text := case when right(name, length(mark)) = mark then left(name, -length(mark)) else name end;
begin
  return plain || case when verified then '' else mark end;
end $$;

create function record.mark_names() returns trigger language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  execute format('update %s set %I = record.marked_name(%I, $1) where %I = $2.%I', tg_argv[0]::regclass, tg_argv[1], tg_argv[1], tg_argv[2], tg_argv[3])
    using new.claim is null or new.verified_at is not null, new;
  return null;
end $$;
-- A room says where it keeps names for readers: table and column, and the column that says whose name it is, by its "id" or its "slug".
create procedure record.shows_name(name text, of_column text, by_column text, of_key text) language plpgsql as $$
begin
  execute format('create trigger %I after update of claim, verified_at on record.organisation for each row when ((old.claim is null or old.verified_at is not null) <> (new.claim is null or new.verified_at is not null)) execute function record.mark_names(%L, %L, %L, %L)',
    'marks ' || name || ' ' || of_column, name, of_column, by_column, of_key);
  execute format('update %s t set %I = record.marked_name(t.%I, false) from record.organisation o where t.%I = o.%I and o.claim is not null and o.verified_at is null', name::regclass, of_column, of_column, by_column, of_key);
end $$;
call record.shows_name('published.organisation', 'name', 'id', 'id');

drop policy shared on published.organisation;
create policy shared on published.organisation to kept_public, kept_work using (true) with check (
  id = record.organisation_in_sight() and exists (
    select from record.organisation o
     where o.id = organisation.id and (o.slug, o.kind) = (organisation.slug, organisation.kind)
       and organisation.verified = (o.claim is null or o.verified_at is not null) and organisation.name = record.marked_name(o.name, organisation.verified)
       and (o.authority, o.urn, o.part_of, o.rejected_on, o.rejected_because)
         is not distinct from (organisation.authority, organisation.urn, organisation.part_of, organisation.rejected_on, organisation.rejected_because)));

create or replace function record.invitation_for(token bytea, moment timestamptz)
  returns table (inviter text, email text, name text, kind text, has_account boolean)
  language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    select record.marked_name(o.name, o.claim is null or o.verified_at is not null), i.email, coalesce(i.name, o.name), coalesce(i.kind, o.kind), exists (select from record.account a where a.email = i.email and a.closed_at is null)
      from record.invitation i join record.organisation o on o.id = i.organisation
     where i.token_hash = token and i.used_at is null and i.expires_at > moment
       and (i.name is not null or i.invited_by is null or record.may_invite_as(i.invited_by, i.organisation, i.role));
end $$;

revoke all on function record.marked_name(text, boolean), record.mark_names() from public;
grant execute on function record.marked_name(text, boolean) to kept_work;

-- An organisation is part of another by the other's own yes: it was invited by it, or the owner of the installation said so. Worries of its
-- young people go there.
create function record.refuse_foreign_parent() returns trigger language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not exists (select from record.organisation o where o.id = new.organisation and o.slug = new.part_of) then
    raise exception 'an organisation is part of another only where the other invites it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
revoke all on function record.refuse_foreign_parent() from public;
create trigger invitation_of_own_part before insert or update of part_of on record.invitation for each row when (new.part_of is not null) execute function record.refuse_foreign_parent();
with foreign_parents as (
  update record.organisation o set part_of = null from record.invitation i join record.organisation by on by.id = i.organisation
   where i.joined = o.id and i.name is not null and o.part_of is not null and by.slug <> o.part_of returning o.id
)
update published.organisation p set part_of = null where p.id in (select id from foreign_parents);
