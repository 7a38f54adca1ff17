-- Whose a charter is, and where it stands.
call published.withdrawn_by_its_own('charter', 'select c.organisation from record.charter c where c.slug = $1', $$select published.address('charters', $1)$$);
