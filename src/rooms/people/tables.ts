import type { Role } from '#kit/visitor.js';

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  persona: string | null;
  created_at: Date;
  closed_at: Date | null;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.account': AccountRow;
    'record.account_role': { account: string; organisation: string; board: string | null; role: Role };
  }
}
