/** Addresses of retention. */
export const retentionPaths = {
  kept: (done?: 'confirmed') => (done ? `/work/retention?done=${done}` : '/work/retention'),
  date: () => '/work/retention/date',
};
