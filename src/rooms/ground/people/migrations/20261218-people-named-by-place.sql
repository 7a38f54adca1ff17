-- Where others name an organisation it goes by place: what waits for its answer, then the newest (kit/db/slice.ts).
create index naming_to_answer on record.naming (named_organisation, (answer is null), asked_on, id);
drop index record.naming_of_named;
