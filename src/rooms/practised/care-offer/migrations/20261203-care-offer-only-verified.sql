-- An organisation that is not verified offers nothing and says nothing of what others offer; an offer that is there can still be ended.
call record.only_verified('published.offer', 'organisation', 'insert', $$new.state = 'ended'$$);
call record.only_verified('published.coverage', 'organisation', 'insert', 'false');
