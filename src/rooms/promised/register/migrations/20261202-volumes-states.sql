-- Those of a state are gone through by name.
create index register_entry_by_state on published.register_entry (framework, state, folded, slug);
