create or replace function record.survey_parties(of_survey uuid) returns table (id uuid, name text, kind text) language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    select o.id, record.marked_name(o.name, o.claim is null or o.verified_at is not null), o.kind from record.survey v join record.organisation o on o.id = v.organisation
     where v.id = of_survey and (v.organisation = record.organisation_in_sight() or record.takes_part(v.id))
    union
    select o.id, record.marked_name(o.name, o.claim is null or o.verified_at is not null), o.kind from record.survey_setting s join record.organisation o on o.id = s.setting
     where s.survey = of_survey and record.organisation_in_sight() in (s.organisation, s.setting);
end $$;
create or replace function record.organisations_named(words text) returns table (id uuid, name text, kind text) language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    select o.id, record.marked_name(o.name, o.claim is null or o.verified_at is not null), o.kind from record.organisation o
     where length(words) >= 3 and record.organisation_in_sight() is not null and strpos(lower(o.name), lower(words)) > 0
     order by o.name, o.id limit 10;
end $$;
