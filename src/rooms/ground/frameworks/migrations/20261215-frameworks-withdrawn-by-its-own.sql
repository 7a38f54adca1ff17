-- Whose a framework is, and where it stands.
call published.withdrawn_by_its_own('framework', 'select f.organisation from record.framework f where f.slug = $1', $$select published.address('frameworks', $1)$$);
