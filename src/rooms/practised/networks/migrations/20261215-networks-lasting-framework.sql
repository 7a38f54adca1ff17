-- No network takes up a theme of a framework that has ended; it keeps those that it has.
call published.not_begun_under_ended('record.network', 'framework', '{themes}', 'false');
