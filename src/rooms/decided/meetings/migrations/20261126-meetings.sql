-- A meeting that the clerk announced, or works on, is no mere mention of a paper: a later paper that names another day does
-- not take it away.
alter table record.meeting add column by_clerk boolean not null default false;
