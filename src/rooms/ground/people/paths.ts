/** Addresses of the door. */
export const peoplePaths = {
  signIn: (to?: string) => (to ? `/sign-in?to=${encodeURIComponent(to)}` : '/sign-in'),
  /** Of whoever is signed in, and shows once more that they are who they are. */
  signInAgain: (to: string) => `/sign-in?again=yes&to=${encodeURIComponent(to)}`,
  persona: () => '/sign-in/persona',
  link: (at: { token: string }) => `/sign-in/link/${at.token}`,
  signOut: () => '/sign-out',
  join: (at: { token: string }) => `/join/${at.token}`,
  organisation: () => '/work/organisation',
  /** What one's own organisation claims; and, for readers, what "not verified" means. */
  verification: () => '/work/verification',
  verified: () => '/verification',
  account: () => '/work/account',
  colleagues: () => '/work/colleagues',
  colleague: (account: string) => `/work/colleagues/${encodeURIComponent(account)}`,
  safeguardingLeads: () => '/work/colleagues/safeguarding',
  head: () => '/work/colleagues/head',
  named: () => '/work/named',
};
