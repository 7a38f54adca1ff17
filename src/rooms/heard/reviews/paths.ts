const part = encodeURIComponent;
const queue = (survey: string) => `/work/reviews/${part(survey)}`;
const concern = (id: string) => `/work/safeguarding/${part(id)}`;

export type ReviewDone = 'cleared' | 'redacted' | 'withheld' | 'passed' | 'all read';
export type ConcernDone = 'acknowledged' | 'action' | 'outcome' | 'asked' | 'asked-head' | 'asked-nobody';

/** Addresses of reviews, at work. */
export const reviewPaths = {
  all: () => '/work/reviews',
  queue: (survey: string, done: ReviewDone | null = null) =>
    `${queue(survey)}${done === null ? '' : `?${new URLSearchParams({ done }).toString()}`}`,
  text: (survey: string, text: string, done: ReviewDone | null = null) =>
    `${queue(survey)}/texts/${part(text)}${done === null ? '' : `?done=${part(done)}`}`,
  concerns: () => '/work/safeguarding',
  concern: (id: string, done: ConcernDone | null = null) => `${concern(id)}${done === null ? '' : `?done=${done}`}`,
  askForSession: (id: string) => `${concern(id)}/session`,
  requests: (done: 'released' | 'declined' | null = null) =>
    `/work/session-requests${done === null ? '' : `?done=${done}`}`,
  head: (at: { token: string }) => `/release/${at.token}`,
  request: (id: string) => `/work/session-requests/${part(id)}`,
} as const;
