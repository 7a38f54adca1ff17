/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.board': 'select',
    'published.person': 'select',
  },
  kept_work: {
    'published.board': 'select insert update delete',
    'published.person': 'select insert update delete',
    'record.appointment': 'select insert update',
    'record.board': 'select insert update',
    'record.membership': 'select insert update',
    'record.office': 'select insert update',
    'record.outside_body': 'select insert update',
    'record.person': 'select insert update',
    'record.political_group': 'select insert update',
    'record.seat': 'select insert update',
    'record.substitute': 'select insert update',
    'record.board_keeper()': 'execute',
    'record.may_see()': 'execute',
    'record.organisation_in_sight()': 'execute',
  },
};
