import type { Json } from '#kit/db/tables.js';
import type { Block, Prose } from '#base/prose.js';
import type { MinutesState } from './words.js';

interface InBoard {
  organisation: string;
  board: string;
  id: string;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.minutes': InBoard & {
      meeting: string;
      title: string;
      state: MinutesState;
      carried_by: string | null;
      leftovers: Json<readonly Block[]>;
    };
    'record.minute': InBoard & { minutes: string; position: number; number: string | null; title: string };
    'record.minute_entry': InBoard & {
      minute: string;
      position: number;
      kind: 'introduction' | 'comment' | 'question' | 'response' | 'note';
      speaker: string | null;
      prose: Json<Prose>;
    };
    'record.decision': InBoard & { minute: string; position: number; prose: Json<Prose> };
    'published.decision': {
      publication: string;
      position: number;
      board: string;
      meeting: string;
      date: string | null;
      item_number: string | null;
      item_title: string;
      body: string;
      path: string;
    };
  }
}
