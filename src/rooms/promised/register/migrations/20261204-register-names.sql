call record.shows_name('published.register_entry', 'name', 'organisation', 'id');
