-- No charter begins under a framework that has ended; one that began before goes on.
call published.not_begun_under_ended('record.charter', 'framework', '{framework}', 'false');
