const part = encodeURIComponent;

/** Addresses of taking part. */
export const takingPartPaths = {
  /** Where a code is typed. */
  door: (language: string | null = null) => `/take${language === null ? '' : `?language=${part(language)}`}`,
  /** Where a QR code leads. */
  one: (code: string, language: string | null = null) => `/take/${part(code)}${language === null ? '' : `?language=${part(language)}`}`,
  begin: (code: string) => `/take/${part(code)}/begin`,
  answer: (code: string) => `/take/${part(code)}/answer`,
  /** Where staff enter a paper form; with a ticket also after the end of a session. */
  paper: (code: string, language: string | null = null, ticket: string | null = null) => {
    const query = [...(language === null ? [] : [`language=${part(language)}`]), ...(ticket === null ? [] : [`ticket=${part(ticket)}`])].join('&');
    return `/take/${part(code)}/paper${query === '' ? '' : `?${query}`}`;
  },
  /** What a script fetches before the first question: the whole survey in a language. */
  bundle: (code: string, language: string) => `/take/${part(code)}/pages?language=${part(language)}`,
  /** Where a script takes a seat, or gives it back. */
  seat: (code: string) => `/take/${part(code)}/seat`,
  /** A recording, by the SHA-256 of its bytes. */
  sound: (sha256: string) => `/take/sounds/${part(sha256)}`,
  /** The worker that answers without a connection. */
  worker: () => '/take/worker.js',
  /** Where a file with unsent answers is handed in. */
  unsent: () => '/take/unsent',
} as const;
