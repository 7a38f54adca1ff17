-- An organisation that is not verified makes no promise in public, and asks no group and answers none; a promise that is there can
-- still be withdrawn, and words be taken back.
call record.only_verified('published.promise', 'organisation', 'insert', $$new.state = 'withdrawn'$$);
call record.only_verified('published.confirmation', '', 'insert or update', 'new.words_taken_back_on is not null');
