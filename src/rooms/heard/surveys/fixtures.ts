/** A survey as rules see it, for tests. */
import { belongingAndSafety } from '#rooms/heard/instruments/index.js';
import { emptySheet, plannedTables } from './rules.js';
import type { DataSheet, SurveyWithContent } from './words.js';

export const audiences = ['student primary', 'educator'] as const;

export const fullSheet: DataSheet = {
  ...emptySheet,
  purpose: 'What children say decides what the school works on.',
  why: {
    en: 'We want to know what makes school a good place.',
    cy: 'Rydyn ni am wybod beth sy’n gwneud yr ysgol yn lle da.',
    ar: 'نريد أن نعرف ما الذي يجعل المدرسة مكانًا جيدًا.',
  },
  basis: 'public task',
  contact: 'Survey team, survey@programme.example',
  tables: plannedTables(belongingAndSafety, audiences, ['belonging'], ['year-primary'], []),
};

export const ready: SurveyWithContent = {
  organisation: 'o',
  id: 'i',
  slug: 's',
  name: 'A survey',
  instrument: 'n',
  version: 1,
  wave: 1,
  audiences,
  languages: ['en', 'cy', 'ar'],
  opensOn: '2026-11-30',
  closesOn: '2026-12-18',
  sheet: fullSheet,
  signature: { name: 'Ann', capacity: 'lead', on: '2026-11-29', hash: Buffer.alloc(32) },
  signedUntil: '2026-12-18',
  movesTo: null,
  stage: 'draft',
  asked: null,
  reviewers: ['a'],
  content: belongingAndSafety,
};
