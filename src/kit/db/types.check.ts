/** Compiled, never run: what must not compile. Each line under an expectation fails the build should it become legal. */
import type { Kysely } from 'kysely';
import type { Gates, Read, Write } from '#kit/db/gate.js';
import type { Tables } from '#kit/db/tables.js';

declare const read: Read;
declare const write: Write;
declare const raw: Kysely<Tables>;
declare const gates: Gates;
declare function takesRead(given: Read): void;
declare function takesWrite(given: Write): void;

export function whatTheTypesAllow(): void {
  takesRead(read);
  takesRead(write);
  takesWrite(write);
  // @ts-expect-error A page for GET holds Read, and whatever writes asks for Write.
  takesWrite(read);
  // @ts-expect-error A connection without a transaction is no Write.
  takesWrite(raw);
  // @ts-expect-error Only a gate gives a Read.
  takesRead(raw);
  // @ts-expect-error Reading cannot insert.
  read.insertInto('kit.session');
  // @ts-expect-error Reading cannot update.
  read.updateTable('kit.session');
  // @ts-expect-error Reading cannot delete.
  read.deleteFrom('kit.session');
  // @ts-expect-error Transactions are opened by gates alone.
  write.transaction();
  // @ts-expect-error A table that nobody declared.
  read.selectFrom('record.nothing');
  // @ts-expect-error A column that the table has not.
  read.selectFrom('kit.session').select('password');
  // @ts-expect-error What is asked in reading is handed a Read, not a Write.
  void gates.work.read({ account: null, boards: [] }, async (given) => takesWrite(given));
}
