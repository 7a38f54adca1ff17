-- Spotlights of an organisation that is not verified reach no library; one that is there can still be withdrawn.
call record.only_verified('published.practice', 'organisation', 'insert', $$new.state = 'withdrawn'$$);
