/** The migrations of the whole house: of one date those of an earlier room come first. */
import { findMigrations, type Migration } from '#kit/db/migrate.js';
import { rooms } from './rooms.js';

export function houseMigrations(): readonly Migration[] {
  return findMigrations(rooms.map(({ name }) => name));
}
