/**
 * Every refusal that is not the answer to a form: one closed catalogue, so that a page, a JSON answer and a test name
 * the same thing in the same words. `way` says what the reader can do next.
 */
export const problems = {
  'not-found': {
    status: 404,
    title: 'Page not found',
    what: 'There is nothing at this address, or it is not open to you.',
    way: 'Check the address, or start from the home page or the search.',
  },
  withdrawn: {
    status: 410,
    title: 'This was withdrawn',
    what: 'Whoever published it has taken it back. The page says when and why.',
    way: 'Ask the organisation that published it, or start from the home page or the search.',
  },
  'sign-in-needed': {
    status: 401,
    title: 'Sign in first',
    what: 'You are not signed in, or your sign-in has ended. If you sent a form, it was not saved.',
    way: 'If you typed something, go back and copy it first. Then sign in: you come back to this page.',
  },
  'not-allowed': {
    status: 403,
    title: 'You cannot do this',
    what: 'You don’t have permission for this page.',
    way: 'Ask an administrator of your organisation for the role you need.',
  },
  'passkey-needed': {
    status: 403,
    title: 'Use your passkey first',
    what: 'Your roles open only after you have used your passkey.',
    way: 'Open the workspace. It asks for your passkey. Then go back and send the form again.',
  },
  'form-expired': {
    status: 403,
    title: 'This form is out of date',
    what: 'Since you opened it, you have signed in again or changed to another organisation, perhaps in another tab. Nothing was saved.',
    way: 'Check in the workspace which organisation you act for. Then go back, copy what you typed, load the page again and send the form from there.',
  },
  'wrong-origin': {
    status: 403,
    title: 'This came from another site',
    what: 'A form may be sent only from a page of this site.',
    way: 'Open the page here and send the form from it.',
  },
  'wrong-name': {
    status: 421,
    title: 'Kept does not go by this name',
    what: 'This address leads to our server, but its name is not ours.',
    way: 'Open the address that you were given. If you run this site: the setting BASE_URL holds its name, and a proxy must pass on the header Host.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This page cannot do that',
    what: 'The address exists, but it does not take this kind of request.',
    way: 'Open the page and use its own buttons.',
  },
  'too-large': {
    status: 413,
    title: 'That is too large',
    what: 'What was sent is larger than this page takes.',
    way: 'Go back and send less, or a smaller file. The page gives its limit.',
  },
  'not-understood': {
    status: 400,
    title: 'That could not be understood',
    what: 'The request is malformed.',
    way: 'Go back and try again.',
  },
  'too-many': {
    status: 429,
    title: 'Too many tries',
    what: 'There were too many requests from you in a short time.',
    way: 'Wait a minute, then try again.',
  },
  'not-verified': {
    status: 403,
    title: 'Not verified',
    what: 'This would be public, but the organisation that it comes from is not verified. Nothing was published or opened, and nothing was saved.',
    way: 'Go back: what you typed is still in the form. The page “Verification” says who verifies your organisation and what happens next.',
  },
  'has-ended': {
    status: 409,
    title: 'This has ended',
    what: 'What you chose has ended, so nothing new can start under it. Your form was not saved.',
    way: 'Go back, load the page again and choose another. What started earlier can still be changed.',
  },
  'same-already': {
    status: 409,
    title: 'This already exists',
    what: 'The same name, number or place was saved before, perhaps from another tab or by a colleague. What you sent now was not saved.',
    way: 'Go back and load the page again to see what is there. If a name is taken, choose another.',
  },
  'gone-meanwhile': {
    status: 409,
    title: 'This is no longer there',
    what: 'While you filled in this form, something it is about was removed, by a colleague or in another tab. Your form was not saved.',
    way: 'Go back, load the page again to see what is there, and choose again.',
  },
  'not-kept': {
    status: 422,
    title: 'Your form was not saved',
    what: 'One of its values cannot be saved, or something on the page changed after you opened it. Nothing was saved.',
    way: 'Go back, load the page again and check what you typed. If it happens again, tell whoever runs this site, with the reference below.',
  },
  'not-ready': {
    status: 503,
    title: 'This page is not available at the moment',
    what: 'We cannot reach our database. It may be starting again.',
    way:
      'Wait a minute, then try again. If you sent a form, it was probably not saved: go back, what you typed is ' +
      'still in it. Nothing that we confirmed to you is lost.',
  },
  busy: {
    status: 503,
    title: 'Kept is busy at the moment',
    what: 'Our database could not do this in time. Nothing you sent was saved.',
    way: 'Wait half a minute, then try again. If you sent a form, go back: what you typed is still in it.',
  },
  'no-room': {
    status: 503,
    title: 'We cannot save anything at the moment',
    what: 'There is no room left on our disk. Nothing you sent was saved.',
    way: 'Go back: what you typed is still in the form. Send it again later. Pages can still be read. Whoever runs this site sees this in their log.',
  },
  'our-fault': {
    status: 500,
    title: 'Something went wrong here',
    what: 'This is a fault of ours, not of yours.',
    way: 'Try again. If it happens again, tell whoever runs this site, with the reference below.',
  },
} as const satisfies Record<string, Problem>;

export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly what: string;
  readonly way: string;
}

export type ProblemCode = keyof typeof problems;
