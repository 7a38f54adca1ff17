call record.shows_name('published.framework', 'organisation_name', 'organisation', 'id');
