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
      summary: unknown;
      contact_name: string | null;
      contact_position: string | null;
      contact_phone: string | null;
      contact_email: string | null;
      body: unknown;
    };
    'record.recommendation': InBoard & { report: string; position: number; prose: unknown };
    'record.annex': InBoard & {
      agenda_item: string;
      position: number;
      number: string | null;
      title: string;
      body: unknown;
    };
  }
}

export {};
