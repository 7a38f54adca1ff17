-- Safeguarding leads and their deputies: they alone read what is passed on because somebody may not be safe (Keeping children safe in
-- education; reference listening P10). The role gives nothing else, and no other role gives this.
alter table record.account_role drop constraint account_role_known;
alter table record.account_role add constraint account_role_known check (role in ('administrator', 'clerk', 'author', 'member', 'lead', 'safeguarding'));
alter table record.invitation drop constraint invitation_role_known;
alter table record.invitation add constraint invitation_role_known check (role in ('lead', 'clerk', 'author', 'member', 'safeguarding'));
