-- Names of registers are compared as they are seen now (record.plain_name).
reindex index record.authority_by_plain_name;
reindex index record.school_by_plain_name;
reindex index record.trust_by_plain_name;
select record.note_claims();
