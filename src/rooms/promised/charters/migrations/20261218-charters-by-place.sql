-- An organisation goes through its charters by place, those changed last before the others (kit/db/slice.ts).
create index charter_changed on record.charter (organisation, changed_at, id);
