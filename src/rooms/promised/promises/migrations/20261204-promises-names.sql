call record.shows_name('published.promise', 'organisation_name', 'organisation', 'id');
call record.shows_name('published.confirmation', 'group_name', 'group_slug', 'slug');
