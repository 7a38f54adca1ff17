-- What an import adds goes straight into the index: from a pending list (some thousand rows) the planner would rather read
-- the whole table, and a search for a school that is not there took half a second in place of a millisecond.
alter index published.school_alike set (fastupdate = off);
