import type { InstrumentContent, SoundType } from './words.js';
import type { Json } from '#kit/db/tables.js';

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.instrument': {
      organisation: string;
      id: string;
      slug: string;
      draft: Json<InstrumentContent>;
      changed_at: Date;
    };
    'record.instrument_sound': {
      organisation: string;
      instrument: string;
      sha256: string;
      type: SoundType;
      bytes: Buffer;
    };
    'record.instrument_version': {
      organisation: string;
      instrument: string;
      number: number;
      content: Json<InstrumentContent>;
      sealed_on: string;
    };
  }
}
