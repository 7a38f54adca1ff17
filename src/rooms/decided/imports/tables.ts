import type { Json } from '#kit/db/tables.js';
import type { Reading } from '#rooms/decided/pack-reading/index.js';
import type { Correction, Particulars } from './words.js';

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.import': {
      organisation: string;
      board: string | null;
      id: string;
      name: string;
      kind: 'markdown' | 'text' | 'html' | 'pdf';
      sha256: string;
      source: string;
      reading: Json<Reading>;
      state: 'to check' | 'publishing' | 'published';
      imported_by: string;
      imported_at: Date;
    };
    'record.settlement': {
      organisation: string;
      import: string;
      subject: string;
      outcome: 'accepted' | 'corrected' | 'set aside';
      correction: Json<Correction | Particulars> | null;
      settled_by: string;
      settled_at: Date;
    };
  }
}
