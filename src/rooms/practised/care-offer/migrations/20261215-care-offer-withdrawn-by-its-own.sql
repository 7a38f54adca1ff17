-- Whose an offer is, and where it stands.
call published.withdrawn_by_its_own('offer', 'select o.organisation from record.offer o where o.slug = $1',
  $$select published.address('care-offer', 'offers', $1) union all select published.address('care-offer', 'open-referral', 'services', o.id::text) from record.offer o where o.slug = $1$$);
