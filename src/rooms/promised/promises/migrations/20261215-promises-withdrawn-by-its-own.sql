-- Whose a promise is, and where it stands.
call published.withdrawn_by_its_own('promise', 'select p.organisation from record.promise p where p.slug = $1', $$select published.address('promises', $1)$$);
