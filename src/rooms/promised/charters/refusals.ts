/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const chartersRefusals: RowRefusals = {
  words: {
    'record.charter': { charter_slug_free: 'There is a charter of this title already.' },
    'record.charter_stage': { charter_stage_pkey: 'Somebody else has just opened another stage of this charter.' },
    'record.clause_vote': { clause_vote_pkey: 'This vote has been cast already.' },
    'record.vote_secret': { vote_secret_pkey: 'The vote on this charter has been opened already.' },
    'record.vote_tally': { vote_tally_pkey: 'This vote has been counted already.' },
  },
  unmet: {
    'form first': {
      'record.charter': ['charter_agreed_whole', 'charter_choose_some'],
      'record.charter_suggestion': ['charter_suggestion_reviewed_whole', 'charter_suggestion_withheld_has_reason'],
      'record.hand_vote': ['hand_vote_no', 'hand_vote_no_small_side', 'hand_vote_not_sure', 'hand_vote_yes'],
      'record.together_code': ['together_code_form', 'together_code_seats'],
      'record.vote_tally': ['vote_tally_enough', 'vote_tally_no_small_side'],
    },
    'by Kept': {
      'record.together_code': ['together_code_free', 'together_code_pkey'],
    },
    'drawn anew': {
      'published.charter': ['charter_pkey'],
      'published.charter_clause': ['charter_clause_pkey'],
    },
  },
};
