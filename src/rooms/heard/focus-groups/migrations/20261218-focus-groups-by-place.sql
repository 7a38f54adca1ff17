-- An organisation goes through its conversations by place, the last first (kit/db/slice.ts).
create index conversation_by_day on record.conversation (organisation, day, id);
