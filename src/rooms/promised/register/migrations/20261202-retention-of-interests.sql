-- For the retention of kit, which looks at all organisations at once.
create index register_interest_by_day on record.register_interest (said_on);
