-- Whoever keeps a register goes through those who are interested by place, the longest waiting first (kit/db/slice.ts).
create index register_interest_waiting on record.register_interest (organisation, framework, said_on, id);
