-- A part of a name finds its entries.
create index register_entry_alike on published.register_entry using gin (folded gin_trgm_ops) with (fastupdate = off);
