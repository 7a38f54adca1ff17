-- Nobody promises anew under a framework that has ended. A clause of a charter that goes on becomes a promise all the same: it was agreed before.
call published.not_begun_under_ended('record.promise', 'framework', '{framework}', 'new.charter is not null');
