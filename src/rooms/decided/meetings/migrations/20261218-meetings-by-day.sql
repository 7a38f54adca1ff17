-- A clerk's boards show their next and their latest meetings, and go through the others by place (kit/db/slice.ts).
create index meeting_by_day on record.meeting (organisation, board, date, slug);
