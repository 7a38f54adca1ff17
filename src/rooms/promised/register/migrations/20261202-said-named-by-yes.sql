-- Readers see who has signed, once, itself: being invited or called interested by others is no word of whoever is named. Entries that were
-- never signed are seen by their keeper and by the body itself, at work.
alter table published.register_entry enable row level security;
alter table published.register_event enable row level security;
create policy signed on published.register_entry for select to kept_public using (first_signed_on is not null);
create policy at_work on published.register_entry for select to kept_work using (true);
create policy signed on published.register_event for select to kept_public
  using (exists (select from published.register_entry e where e.framework = register_event.framework and e.slug = register_event.slug));
create policy at_work on published.register_event for select to kept_work using (true);
