-- An organisation that is not verified publishes no framework.
call record.only_verified('published.framework', 'organisation', 'insert', 'false');
