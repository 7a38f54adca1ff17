/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_work: {
    'record.card_codes': 'select insert delete',
    'record.survey': 'select insert update',
    'record.survey_reviewer': 'select insert delete',
    'record.survey_roll': 'select insert update',
    'record.survey_setting': 'select insert update',
    'record.way_in': 'select insert update',
    'record.organisations_named()': 'execute',
    'record.survey_asker()': 'execute',
    'record.survey_content()': 'execute',
    'record.survey_parties()': 'execute',
    'record.survey_setting_name()': 'execute',
    'record.takes_part()': 'execute',
  },
};
