-- Ways in are gone through in this order, from a place on.
create index way_in_newest on record.way_in (survey, opened_on, label, id);
create index survey_newest on record.survey (organisation, changed_at, id);
