export { PostgresProblem } from './binaries.js';
export {
  type ConnectionOptions,
  connectOrStart,
  makeFolders,
  type Postgres,
  type PostgresOptions,
  startPostgres,
  superuser,
} from './server.js';
export {
  deriveKey,
  findSecret,
  fingerprintOf,
  hashedSecret,
  layNextSecret,
  newSecret,
  rolePassword,
  scramVerifier,
  secretFrom,
  secretLengthAtLeast,
  settleNextSecret,
} from './secret.js';
