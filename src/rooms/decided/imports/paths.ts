/** Addresses of the workspace's imports. */
export const importPaths = {
  workspace: () => '/work',
  list: () => '/work/imports',
  upload: () => '/work/imports/new',
  check: (at: { import: string }) => `/work/imports/${at.import}`,
  answer: (at: { import: string; doubt: string }) => `/work/imports/${at.import}/doubts/${at.doubt}`,
  unplaced: (at: { import: string; line: number }) => `/work/imports/${at.import}/unplaced/${at.line}`,
  particulars: (at: { import: string }) => `/work/imports/${at.import}/meeting`,
  acceptRest: (at: { import: string }) => `/work/imports/${at.import}/accept-rest`,
  earlierAnswers: (at: { import: string }) => `/work/imports/${at.import}/earlier-answers`,
  publish: (at: { import: string }) => `/work/imports/${at.import}/publish`,
  progress: (at: { job: string }) => `/work/progress/${at.job}`,
};
