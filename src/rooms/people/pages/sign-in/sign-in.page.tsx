import { z } from 'zod';
import { ownPath } from '#base/own-path.js';
import { doorPage, halt, invalid, type Outcome, redirect, view } from '#kit/page.js';
import { beginSession } from '#kit/session.js';
import { consumeLink, isLinkGood, makeSignInLink, mayTry } from '../../acts.js';
import { accountByEmail, personas, visitorOf } from '../../lookups.js';
import { peoplePaths } from '../../paths.js';
import { ConfirmLink, LinkSent, SignIn, type SignInProps } from './sign-in.view.js';

/** Where to after signing in. */
function onTo(to: string | null | undefined): string {
  return ownPath(to, '/work');
}

const noParams = z.object({});

function shown(props: Omit<SignInProps, 'personaPath' | 'path'>): { title: string; main: ReturnType<typeof SignIn> } {
  return { title: 'Sign in', main: <SignIn {...props} personaPath={peoplePaths.persona()} path={peoplePaths.signIn()} /> };
}

export const signInPage = doorPage({
  path: '/sign-in',
  params: noParams,
  async get({ db, query, settings }) {
    return view(shown({ email: '', to: onTo(query['to']), error: null, hasMail: settings.sendMail !== null, personas: settings.demonstration ? await personas(db) : [] }));
  },
  fields: { to: 'line', email: 'line' },
  async post({ db, fields, settings, now, sender, site }): Promise<Outcome> {
    const email = fields.get('email').trim();
    const to = onTo(fields.get('to'));
    const hasMail = settings.sendMail !== null;
    const again = async (error: string): Promise<Outcome> => invalid(shown({ email, to, error, hasMail, personas: settings.demonstration ? await personas(db) : [] }));
    if (!z.email().safeParse(email).success) return again(email === '' ? 'Enter your e-mail address' : 'Enter an e-mail address in the correct form, like name@example.org');
    if (!(await mayTry(db, `sign-in from ${sender}`, 20, 30, now)) || !(await mayTry(db, `sign-in to ${email.toLowerCase()}`, 5, 120, now))) return again('There were many tries in a short time. Wait two minutes, then try again');
    const account = await accountByEmail(db, email);
    const sent = view({ title: 'Look in your e-mail', main: <LinkSent email={email} hasMail={hasMail} /> });
    // The same answer whether the account exists or not, so that nobody can ask who has one.
    if (!account || settings.sendMail === null || sent.kind !== 'view') return sent;
    const token = await makeSignInLink(db, email, to, now);
    const { sendMail } = settings;
    return {
      ...sent,
      afterCommit: () =>
        sendMail({ to: email, subject: 'Your link to sign in to Kept', text: `Hello ${account.name},\n\nopen this link to sign in to Kept. It works once, for half an hour:\n\n${site}${peoplePaths.link({ token })}\n\nIf you did not ask for it, do nothing.\n` }),
    };
  },
});

export const personaPage = doorPage({
  path: '/sign-in/persona',
  params: noParams,
  fields: { account: 'choice', to: 'line' },
  async post({ db, fields, settings, now }) {
    // A persona is a way in without any proof: it exists in the demonstration and nowhere else.
    if (!settings.demonstration) return halt('not-found');
    const chosen = (await personas(db)).find((persona) => persona.id === fields.get('account'));
    if (!chosen || !(await visitorOf(db, chosen.id, ''))) return halt('not-found');
    return redirect(onTo(fields.get('to')), { begin: await beginSession(db, chosen.id, now) });
  },
});

const token = z.object({ token: z.string().regex(/^[\w-]{43}$/) });

export const linkPage = doorPage({
  path: '/sign-in/link/:token',
  params: token,
  async get({ db, params, now }) {
    const isGood = await isLinkGood(db, params.token, now);
    return view({ title: isGood ? 'Sign in to Kept' : 'This link no longer works', main: <ConfirmLink path={peoplePaths.link(params)} isGood={isGood} /> });
  },
  fields: {},
  async post({ db, params, now }) {
    const used = await consumeLink(db, params.token, now);
    const account = used.ok ? await accountByEmail(db, used.value.email) : undefined;
    if (!used.ok || !account) return invalid({ title: 'This link no longer works', main: <ConfirmLink path={peoplePaths.link(params)} isGood={false} /> });
    return redirect(onTo(used.value.returnTo), { begin: await beginSession(db, account.id, now) });
  },
});

export const signOutPage = doorPage({
  path: '/sign-out',
  params: noParams,
  fields: {},
  async post() {
    return redirect('/', { end: true });
  },
});
