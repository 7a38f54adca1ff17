-- Minutes that came as a file of their own were called a draft, which nobody had said.
alter table record.minutes drop constraint minutes_state_known;
update record.minutes set state = 'not stated' where state = 'draft';
alter table record.minutes add constraint minutes_state_known check (state in ('not stated', 'put to next meeting', 'agreed'));
