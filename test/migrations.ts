/** The migrations of the whole house, without loading its rooms (src/app/migrations.ts gives the same). */
import { findMigrations, type Migration } from '#kit/db/migrate.js';
import { roomOrder } from './room-order.js';

export function houseMigrations(): readonly Migration[] {
  return findMigrations(roomOrder);
}
