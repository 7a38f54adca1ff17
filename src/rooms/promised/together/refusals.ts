/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const togetherRefusals: RowRefusals = {
  words: {
    'record.clause_vote': { clause_vote_pkey: 'This vote has been cast already.' },
    'record.vote_secret': { vote_secret_pkey: 'The vote on this charter has been opened already.' },
  },
  unmet: {
    'form first': {
      'record.charter_suggestion': ['charter_suggestion_reviewed_whole', 'charter_suggestion_withheld_has_reason'],
      'record.together_code': ['together_code_form', 'together_code_seats'],
    },
    'by Kept': {
      'record.together_code': ['together_code_free', 'together_code_pkey'],
    },
  },
};
