-- Whoever holds an office is found by name before those who only came to a meeting.
create index person_in_office on published.person using gin (slug gin_trgm_ops) with (fastupdate = off) where kind in ('member', 'substitute', 'office', 'outside body');
