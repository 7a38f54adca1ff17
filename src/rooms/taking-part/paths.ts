const part = encodeURIComponent;

/** Addresses of taking part. */
export const takingPartPaths = {
  /** Where a code is typed. */
  door: () => '/take',
  /** Where a QR code leads. */
  one: (code: string, language: string | null = null) => `/take/${part(code)}${language === null ? '' : `?language=${part(language)}`}`,
  /** Where a file with unsent answers is handed in. */
  unsent: () => '/take/unsent',
} as const;
