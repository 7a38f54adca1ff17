/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.charter': 'select',
    'published.charter_clause': 'select',
  },
  kept_work: {
    'published.charter': 'select insert update',
    'published.charter_clause': 'select insert update delete',
    'record.charter': 'select insert update',
    'record.charter_stage': 'select insert update',
    'record.clause': 'select insert update delete',
    'record.hand_vote': 'select insert',
    'record.vote_tally': 'select',
    'published.take_charter_out()': 'execute',
    'record.charter_slug_taken()': 'execute',
    'record.choose_clauses()': 'execute',
    'record.clause_wording()': 'execute',
    'record.clauses_to_vote()': 'execute',
    'record.close_seats()': 'execute',
    'record.close_vote()': 'execute',
    'record.code_opens()': 'execute',
    'record.leave_seat()': 'execute',
    'record.open_vote()': 'execute',
    'record.room_seen()': 'execute',
    'record.same_words()': 'execute',
    'record.seat_at()': 'execute',
    'record.seats_taken()': 'execute',
    'record.suggest()': 'execute',
    'record.take_seat()': 'execute',
    'record.void_vote()': 'execute',
    'record.vote()': 'execute',
    'record.voted_elsewhere()': 'execute',
    'record.votes_told()': 'execute',
    'record.words_seen()': 'execute',
  },
};
