-- The queue's page counts texts by state up to a bound, and goes through what was decided by place, the newest day first (kit/db/slice.ts).
create index free_text_by_state on record.free_text (organisation, survey, state);
create index free_text_decided on record.free_text (organisation, survey, decided_on, item, id) where state in ('cleared', 'redacted', 'withheld');
