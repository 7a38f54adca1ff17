/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const chartersRefusals: RowRefusals = {
  words: {
    'record.charter': { charter_slug_free: 'There is a charter of this title already.' },
    'record.charter_stage': { charter_stage_pkey: 'Somebody else has just opened another stage of this charter.' },
    'record.vote_tally': { vote_tally_pkey: 'This vote has been counted already.' },
  },
  unmet: {
    'form first': {
      'record.charter': ['charter_agreed_whole', 'charter_choose_some'],
      'record.hand_vote': ['hand_vote_no', 'hand_vote_no_small_side', 'hand_vote_not_sure', 'hand_vote_yes'],
      'record.vote_tally': ['vote_tally_enough', 'vote_tally_no_small_side'],
    },
    'drawn anew': {
      'published.charter': ['charter_pkey'],
      'published.charter_clause': ['charter_clause_pkey'],
    },
  },
};
