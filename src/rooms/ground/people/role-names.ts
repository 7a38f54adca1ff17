/** How roles are called on pages and in letters. */
export const roleNames = {
  administrator: 'Administrator',
  clerk: 'Committee clerk',
  author: 'Report author',
  member: 'Board member',
  lead: 'Lead',
  safeguarding: 'Safeguarding lead or deputy',
} as const;
