-- The name of whoever asks, for those who see the survey: a page that names it does not read the names of all its settings.
create function record.survey_asker(of_survey uuid) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select record.marked_name(o.name, o.claim is null or o.verified_at is not null) from record.survey v join record.organisation o on o.id = v.organisation
           where v.id = of_survey and (v.organisation = record.organisation_in_sight() or record.takes_part(v.id)));
end $$;
revoke execute on function record.survey_asker(uuid) from public;
grant execute on function record.survey_asker(uuid) to kept_work;

-- The same for one of its settings.
create function record.survey_setting_name(of_survey uuid, of_setting uuid) returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select record.marked_name(o.name, o.claim is null or o.verified_at is not null) from record.survey_setting s join record.organisation o on o.id = s.setting
           where s.survey = of_survey and s.setting = of_setting and record.organisation_in_sight() in (s.organisation, s.setting));
end $$;
revoke execute on function record.survey_setting_name(uuid, uuid) from public;
grant execute on function record.survey_setting_name(uuid, uuid) to kept_work;
