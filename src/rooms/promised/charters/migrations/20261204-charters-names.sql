call record.shows_name('published.charter', 'organisation_name', 'organisation', 'id');
