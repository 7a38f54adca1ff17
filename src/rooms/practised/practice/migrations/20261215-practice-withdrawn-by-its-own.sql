-- Whose a practice is: of whoever told it and of the keeper who cleared it; and where it stands.
call published.withdrawn_by_its_own('practice', 'select unnest(array[p.organisation, p.keeper]) from published.practice p where p.slug = $1', $$select published.address('practice', $1)$$);
