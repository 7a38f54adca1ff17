-- Who an organisation is in the registers (GSS code, URN) decides whose name its pages bear. It is written when somebody joins
-- (record.join_by) and by whoever runs the installation; no page of the workspace changes it.
revoke update on record.organisation from kept_work;

-- What readers see of an organisation is what the record says of it, word for word.
drop policy shared on published.organisation;
create policy shared on published.organisation to kept_public, kept_work using (true) with check (
  id = record.organisation_in_sight() and exists (
    select from record.organisation o
     where o.id = organisation.id and (o.slug, o.name, o.kind) = (organisation.slug, organisation.name, organisation.kind)
       and (o.authority, o.urn, o.part_of) is not distinct from (organisation.authority, organisation.urn, organisation.part_of)));
