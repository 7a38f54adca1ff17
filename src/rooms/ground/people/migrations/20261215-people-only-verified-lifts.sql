-- What was withdrawn because its organisation is not who it said it is stays so until it is verified after all.
drop policy own_lifted on published.withdrawal;
create policy own_lifted on published.withdrawal for delete to kept_work
  using (organisation = record.organisation_in_sight() and version is null and record.is_verified(organisation));
