-- A signature is of somebody who is verified; to withdraw one, or take one off, is always possible. What readers see is drawn from this.
call record.only_verified('record.register_entry', 'signatory', 'insert or update', $$new.state in ('withdrawn', 'removed')$$);

-- An entry of a register is found by who is verified as the body that it names, never by somebody who only claims its name.
create or replace function record.body_of(of_kind text, of_authority text, of_urn integer, of_name text) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select o.id from record.organisation o
     where o.kind = of_kind and (o.claim is null or o.verified_at is not null) and case of_kind
       when 'authority' then o.authority = of_authority
       when 'school' then o.urn = of_urn
       else lower(o.name) = lower(of_name) and o.authority is not distinct from of_authority end
     order by o.id limit 1);
end $$;
