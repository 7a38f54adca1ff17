/** Addresses of backups. */
export const backupPaths = {
  all: () => '/work/backups',
};
