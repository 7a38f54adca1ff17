/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const boardsRefusals: RowRefusals = {
  words: {
    'record.board': { board_slug_free: 'There is a board of this name already.' },
    'record.membership': {
      membership_person_sits_once: 'This person sits on this board already.',
      membership_seat_held_once: 'Somebody sits in this seat already.',
    },
    'record.office': { office_one_chair: 'This board has a chair already.' },
    'record.outside_body': { outside_body_named_once: 'The board has an outside body of this name already.' },
    'record.person': { person_slug_free: 'There is a person under this address already.' },
  },
  unmet: { 'drawn anew': { 'published.board': ['board_pkey'], 'published.person': ['person_pkey'] } },
};
