-- What young people are promised is published as papers are: frameworks, charters and practices, each in versions.
alter table published.publication drop constraint publication_kind_known;
alter table published.publication add constraint publication_kind_known check (kind in ('board', 'pack', 'minutes', 'framework', 'charter', 'practice'));
