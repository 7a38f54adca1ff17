-- Whose a board and its meetings are, with what is published of them, and where each stands. The subject is the board's short name, then the meeting's.
call published.withdrawn_by_its_own('board', 'select record.board_keeper($1)', $$select published.address('boards', $1)$$);
call published.withdrawn_by_its_own('meeting', $$select record.board_keeper(split_part($1, '/', 1))$$, $$select published.address('boards', split_part($1, '/', 1), 'meetings', split_part($1, '/', 2))$$);
call published.withdrawn_by_its_own('pack', $$select record.board_keeper(split_part($1, '/', 1))$$,
  $$select published.address('boards', split_part($1, '/', 1), 'meetings', split_part($1, '/', 2), file) from unnest(array['pack', 'pack.pdf', 'pack.json']) as file$$);
call published.withdrawn_by_its_own('minutes', $$select record.board_keeper(split_part($1, '/', 1))$$,
  $$select published.address('boards', split_part($1, '/', 1), 'meetings', split_part($1, '/', 2), file) from unnest(array['minutes', 'minutes.json']) as file$$);
