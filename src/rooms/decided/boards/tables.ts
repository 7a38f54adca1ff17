interface InBoard {
  organisation: string;
  board: string;
  id: string;
}

interface Held {
  since: string | null;
  until: string | null;
}

export interface PersonRow {
  organisation: string;
  id: string;
  slug: string;
  title: string | null;
  name: string;
  honours: string | null;
}

export interface OfficeRow extends InBoard, Held {
  person: string;
  code: 'chair' | 'vice-chair' | 'deputy-chair' | 'other';
  label: string;
}

interface PublishedBoardRow {
  slug: string;
  name: string;
  organisation: string;
  publication: string;
}

export interface PublishedPersonRow {
  publication: string;
  position: number;
  slug: string;
  name: string;
  board: string;
  board_name: string;
  kind: 'member' | 'substitute' | 'office' | 'outside body' | 'attendance' | 'declaration';
  label: string | null;
  political_group: string | null;
  authority: string | null;
  meeting: string | null;
  date: string | null;
  path: string;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.board': {
      organisation: string;
      id: string;
      slug: string;
      name: string;
      profile: 'association board' | 'statutory committee';
      cycle: string | null;
      membership_as_of: string | null;
    };
    'record.person': PersonRow;
    'record.political_group': InBoard & {
      position: number;
      name: string | null;
      office_phone: string | null;
      office_email: string | null;
    };
    'record.seat': InBoard & Held & { political_group: string; position: number };
    'record.membership': InBoard & Held & { seat: string; person: string; authority: string | null };
    'record.office': OfficeRow;
    'record.substitute': InBoard &
      Held & { political_group: string; position: number; person: string; authority: string | null };
    'record.outside_body': InBoard & { name: string };
    'record.appointment': InBoard & Held & { outside_body: string; person: string };
    'published.board': PublishedBoardRow;
    'published.person': PublishedPersonRow;
  }
}
