-- Whether a group of young people has answered if an organisation kept a promise. Asked by later rooms, whose functions run as the tables' owner.
create function record.has_answered(asked uuid, about uuid) returns boolean
  language sql stable set search_path = pg_catalog as $$
  select exists (select from record.confirmation c where c.organisation = about and c.group_organisation = asked and c.answer is not null);
$$;
revoke execute on function record.has_answered(uuid, uuid) from public;
