-- Names that the registers know: whoever takes one of them claims to be that authority, school or trust (record.claim_of).
create index authority_by_plain_name on record.authority (record.authority_name(name));
create index school_by_plain_name on record.school (record.plain_name(name));
create index trust_by_plain_name on record.trust (record.plain_name(name));
create or replace function record.is_official_name(name text) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  plain text := record.plain_name($1);
begin
  return exists (select from record.authority a where record.authority_name(a.name) = record.authority_name($1) or record.plain_name(a.official_name) = plain)
      or exists (select from record.school s where record.plain_name(s.name) = plain)
      or exists (select from record.trust t where record.plain_name(t.name) = plain);
end $$;
select record.note_claims();
