const part = encodeURIComponent;

/** Addresses of taking part. */
export const takingPartPaths = {
  /** Where a code is typed. */
  door: (language: string | null = null, typed: string | null = null) =>
    `/take${language === null ? '' : `?language=${part(language)}`}${typed === null ? '' : `&code=${part(typed.toWellFormed())}`}`,
  /** The same again, for a code that was looked up and opens nothing. */
  wrong: (typed: string) => `/take?wrong=${part(typed.slice(0, 40).toWellFormed())}`,
  /** Where a QR code leads. */
  one: (code: string, language: string | null = null) =>
    `/take/${part(code)}${language === null ? '' : `?language=${part(language)}`}`,
  begin: (code: string) => `/take/${part(code)}/begin`,
  answer: (code: string) => `/take/${part(code)}/answer`,
  /** A place on the way through the questions, counted from 1 along those that are asked: it says nothing of an answer. */
  question: (code: string, step: number) => `/take/${part(code)}/questions/${step}`,
  /** What is said after a form was sent: the end of an attempt, or why there is none. */
  told: (code: string, what: string, language: string, ticket: string | null = null) =>
    `/take/${part(code)}/told/${part(what.replaceAll(' ', '-'))}?language=${part(language)}${ticket === null ? '' : `&ticket=${part(ticket)}`}`,
  /** Where staff enter a paper form; with a ticket also after the end of a session. */
  paper: (code: string, language: string | null = null, ticket: string | null = null) => {
    const query = [
      ...(language === null ? [] : [`language=${part(language)}`]),
      ...(ticket === null ? [] : [`ticket=${part(ticket)}`]),
    ].join('&');
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
  unsent: (language: string | null = null, done: string | null = null) =>
    `/take/unsent${language === null ? '' : `?language=${part(language)}`}${done === null ? '' : `&done=${part(done)}`}`,
} as const;
