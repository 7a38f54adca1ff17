-- What an offer costs the young person, where its keeper said it. Nobody was asked before: not known of every older one.
alter table published.offer add column cost text not null default 'not known' constraint published_offer_cost_known check (cost in ('free', 'charge', 'not known'));
