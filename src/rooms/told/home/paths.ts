/** The address of the home page. */
export const homePaths = {
  home: () => '/',
} as const;
