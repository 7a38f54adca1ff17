-- Until when a stage holds is stored as awardExpires() of award/rules.ts yields it (docs/decisions/0029). The rule stood here a second time; the
-- days that it gave stay.
alter table published.award alter column expires drop expression;
