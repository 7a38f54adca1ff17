/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const surveysRefusals: RowRefusals = {
  words: {
    'record.survey': { survey_slug_free: 'There is a survey of this name already.' },
    'record.survey_reviewer': { survey_reviewer_pkey: 'This person reads for this survey already.' },
    'record.survey_roll': { survey_roll_pkey: 'Somebody else has just entered this number.' },
    'record.survey_setting': { survey_setting_pkey: 'This organisation has been asked to take part already.' },
  },
  unmet: {
    'form first': {
      'record.survey': ['survey_open_has_days', 'survey_wave'],
      'record.survey_roll': ['survey_roll_eligible', 'survey_roll_opted_out'],
    },
    'by Kept': {
      'record.card_codes': ['card_codes_pkey'],
      'record.survey': ['survey_by_id'],
      'record.way_in': ['way_in_pkey'],
    },
  },
};
