call record.shows_name('published.practice', 'organisation_name', 'organisation', 'id');
call record.shows_name('published.practice', 'keeper_name', 'keeper', 'id');
call record.shows_name('published.practice_use', 'organisation_name', 'organisation', 'id');
