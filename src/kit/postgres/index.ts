export { PostgresProblem } from './binaries.js';
export { type ConnectionOptions, connectOrStart, type Postgres, type PostgresOptions, startPostgres, superuser } from './server.js';
export { deriveKey, rolePassword, scramVerifier, secretFrom } from './secret.js';
