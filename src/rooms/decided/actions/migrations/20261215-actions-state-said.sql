-- Minutes say what is to be done, and not how it went: an action has no state until its board says one. No page has let anybody say one so far,
-- so every "open" was Kept's own word.
alter table record.action alter column state drop default, alter column state drop not null;
update record.action set state = null where state = 'open';
alter table published.action alter column state drop not null;
update published.action set state = null where state = 'open';
