import type { Json } from '#kit/db/tables.js';
import type { Block, Prose } from '#base/prose.js';

interface InBoard {
  organisation: string;
  board: string;
  id: string;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.report': InBoard & {
      agenda_item: string;
      position: number;
      title: string;
      purpose: string | null;
      theme: string | null;
      summary: Json<readonly Block[]>;
      contact_name: string | null;
      contact_position: string | null;
      contact_phone: string | null;
      contact_email: string | null;
      body: Json<readonly Block[]>;
    };
    'record.recommendation': InBoard & { report: string; position: number; prose: Json<Prose> };
    'record.annex': InBoard & {
      agenda_item: string;
      position: number;
      number: string | null;
      title: string;
      body: Json<readonly Block[]>;
    };
  }
}
