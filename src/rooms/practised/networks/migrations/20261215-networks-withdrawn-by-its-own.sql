-- Whose a network or an event of it is, and where it stands. The subject of an event is its network's short name and its own.
call published.withdrawn_by_its_own('network', 'select n.organisation from record.network n where n.slug = $1', $$select published.address('networks', $1)$$);
call published.withdrawn_by_its_own('event',
  $$select e.organisation from record.event e join record.network n on n.id = e.network where n.slug = split_part($1, '/', 1) and e.slug = split_part($1, '/', 2)$$,
  $$select published.address('networks', split_part($1, '/', 1), 'events', split_part($1, '/', 2))$$);
