import type { Json } from '#kit/db/tables.js';
import type { Asked } from './words.js';

// Read and written by the mixer alone, through the release gate.
declare module '#kit/db/tables.js' {
  interface Tables {
    'intake.survey': {
      survey: string;
      organisation: string;
      asked: Json<Asked>;
      opens_on: string;
      closes_on: string;
      late_until: string;
      keep_until: string;
      mixed_on: string | null;
      forgotten_on: string | null;
    };
    'intake.inbox': {
      survey: string;
      id: string;
      setting: string | null;
      audience: string;
      session: string | null;
      answers: Buffer;
      texts: Buffer | null;
    };
    'intake.answer': {
      survey: string;
      id: string;
      setting: string | null;
      session: string | null;
      audience: string;
      language: string;
      codes: readonly (number | null)[];
      seed: number | null;
    };
    'intake.text': {
      organisation: string;
      survey: string;
      id: string;
      setting: string | null;
      audience: string;
      session: string | null;
      item: string;
      language: string;
      body: string;
      day: string;
    };
  }
}
