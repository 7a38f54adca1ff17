declare module '#kit/db/tables.js' {
  interface Tables {
    'record.action': {
      organisation: string;
      board: string;
      id: string;
      minute: string;
      position: number;
      prose: unknown;
      owner: string | null;
      due: string | null;
      by_clerk: string[];
      state: 'open' | 'started' | 'done' | 'accepted' | 'cannot be done' | 'transferred';
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
      state: string;
      path: string;
    };
  }
}

export {};
