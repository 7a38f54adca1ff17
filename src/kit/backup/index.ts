export { backup, type BackupOptions, type BackupResult } from './backup.js';
export { backupKeyMark, isBackupKey, newBackupKeys, type Opener } from './sealed.js';
export {
  type BackupFacts,
  backupHeader,
  inspectBackup,
  refuseOtherKey,
  refuseOtherSecret,
  restore,
  type RestoreOptions,
  type RestoreResult,
} from './restore.js';
export { BackupProblem } from './shape.js';
export { backupsToDelete, type HeldBackup } from './keeping.js';
