/** Addresses of the signed record; those of a publication are the kit's (kit/publications/paths.ts). */
export const signedHeadPaths = {
  all: () => '/signed-heads',
  one: (number: number) => `/signed-heads/${number}`,
  key: () => '/signed-heads/key.pem',
} as const;
