/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const takingPartRefusals: RowRefusals = {
  words: {},
  unmet: {
    'by Kept': {
      'intake.answer': ['answer_pk'],
      'intake.pass': ['pass_turn'],
      'intake.sound': ['sound_pk'],
      'intake.survey': ['survey_days', 'survey_pk'],
      'intake.survey_key': ['survey_key_pk'],
      'intake.text': ['text_pk'],
      'intake.way_in': ['way_in_code_once', 'way_in_has_code', 'way_in_pk', 'way_in_places'],
    },
  },
};
