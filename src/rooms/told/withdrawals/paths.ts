/** Where something that was published by mistake is taken back. */
export const withdrawalPaths = {
  withdraw: (address?: string) =>
    address === undefined ? '/work/withdraw' : `/work/withdraw?${new URLSearchParams({ address }).toString()}`,
} as const;
