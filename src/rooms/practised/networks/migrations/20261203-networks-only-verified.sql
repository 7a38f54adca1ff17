-- An organisation that is not verified hosts no network, announces no event and says nothing of schools; it can be a member, as not verified.
call record.only_verified('published.network', 'organisation', 'insert', 'new.closed_on is not null');
call record.only_verified('published.event', 'organisation', 'insert', $$new.state = 'cancelled'$$);
call record.only_verified('published.award', 'organisation', 'insert', 'false');
