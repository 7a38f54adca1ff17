import { sql } from 'kysely';
import type { Kept, Retention } from '#kit/retention/retention.js';
import { minutesToHand } from './cards.js';

export const surveysRetention: readonly Retention[] = [
  {
    name: 'card codes',
    what: 'Codes of new cards, sealed, before their file is fetched',
    howLong: `${minutesToHand} minutes, or until they are fetched.`,
    why: 'So that a file can be downloaded once.',
    tables: ['record.card_codes'],
    atOnce: 'Cards that nobody fetched can be made again. Codes that lie about could be used.',
    forgetNow: (write, now) => sql`delete from record.card_codes c where c.gone_at < ${now}`.execute(write),
  },
];

export const surveysKeeps: readonly Kept[] = [
  {
    what: 'Surveys: data sheets, who signed and who reads, settings, numbers of pupils',
    howLong: 'For as long as the organisation works with Kept.',
    why: 'They show what was promised to those who answered. They hold no answer.',
    tables: ['survey', 'survey_setting', 'survey_roll', 'survey_reviewer', 'way_in'].map((name) => `record.${name}`),
  },
];
