/** Addresses of passkeys. */
export const passkeyPaths = {
  show: (to?: string) => (to ? `/sign-in/passkey?to=${encodeURIComponent(to)}` : '/sign-in/passkey'),
  challenge: () => '/sign-in/passkey/challenge',
  lost: () => '/sign-in/passkey/lost',
  own: (done?: 'added' | 'removed') => (done ? `/work/passkeys?done=${done}` : '/work/passkeys'),
  remove: (at: { passkey: string }) => `/work/passkeys/${at.passkey}/remove`,
  resets: (done?: 'confirmed' | 'refused') => (done ? `/work/passkey-resets?done=${done}` : '/work/passkey-resets'),
  reset: (at: { account: string }) => `/work/passkey-resets/${at.account}`,
};
