import { randomBytes } from 'node:crypto';
import { uuidAt } from '#base/id.js';

/** A new id for a row, made by the application because PostgreSQL before 18 has no uuidv7(). */
export function newId(now: Date = new Date()): string {
  return uuidAt(now.getTime(), randomBytes(10));
}
