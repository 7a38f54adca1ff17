/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const instrumentsRefusals: RowRefusals = {
  words: {
    'record.instrument': { instrument_slug_free: 'There is a questionnaire of this name already.' },
    'record.instrument_sound': { instrument_sound_pkey: 'This recording is there already.' },
    'record.instrument_version': { instrument_version_pkey: 'This version has just been locked by somebody else.' },
  },
  unmet: {
    'form first': {
      'record.instrument_sound': ['instrument_sound_sha256', 'instrument_sound_size'],
      'record.instrument_version': ['instrument_version_number'],
    },
  },
};
