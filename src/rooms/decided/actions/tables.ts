import type { Json } from '#kit/db/tables.js';
import type { Prose } from '#base/prose.js';
import type { AddedByClerk } from '#rooms/decided/minutes/index.js';

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.action': {
      organisation: string;
      board: string;
      id: string;
      minute: string;
      position: number;
      prose: Json<Prose>;
      owner: string | null;
      due: string | null;
      by_clerk: AddedByClerk[];
      /** Null until the board itself says how it goes: minutes say what is to be done, and no more. */
      state: 'open' | 'started' | 'done' | 'accepted' | 'cannot be done' | 'transferred' | null;
    };
    'published.action': {
      publication: string;
      position: number;
      board: string;
      meeting: string;
      date: string | null;
      item_number: string | null;
      item_title: string;
      body: string;
      owner: string | null;
      due: string | null;
      /** As the board said it; null where it said nothing. */
      state: string | null;
      path: string;
    };
  }
}
