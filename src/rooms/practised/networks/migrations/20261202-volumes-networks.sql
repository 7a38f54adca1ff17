-- Lists go through an index from a place on (kit/db/slice.ts).
create index published_network_in_order on published.network ((closed_on is not null), name, slug);
create index published_network_member_by_name on published.network_member (network, name, member);
