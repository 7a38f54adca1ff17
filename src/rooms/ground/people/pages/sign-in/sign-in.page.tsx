import { z } from 'zod';
import { ownPath } from '#base/own-path.js';
import { doorPage, halt, invalid, type Outcome, redirect, view } from '#kit/page.js';
import { tellSecurity } from '#kit/security.js';
import { beginSession } from '#kit/session.js';
import { confirmByDomain } from '../../claims.js';
import { mayTry } from '../../acts.js';
import { askForLink, consumeLink, isLinkGood } from '../../sign-in-links.js';
import { personas, visitorOf } from '../../lookups.js';
import { peoplePaths } from '../../paths.js';
import { ConfirmLink, LinkSent, SignIn, type SignInProps } from './sign-in.view.js';

/** Where to after signing in. */
function onTo(to: string | null | undefined): string {
  return ownPath(to, '/work');
}

const noParams = z.object({});

function shown(props: Omit<SignInProps, 'personaPath' | 'path'>): { title: string; main: ReturnType<typeof SignIn> } {
  return {
    title: 'Sign in',
    main: <SignIn {...props} personaPath={peoplePaths.persona()} path={peoplePaths.signIn()} />,
  };
}

export const signInPage = doorPage({
  path: '/sign-in',
  params: noParams,
  async get({ db, query, settings }) {
    return view(
      shown({
        email: '',
        to: onTo(query['to']),
        isAgain: query['again'] === 'yes',
        error: null,
        hasMail: settings.hasMail,
        personas: settings.demonstration ? await personas(db) : [],
      }),
    );
  },
  fields: { to: 'line', email: 'line' },
  async post({ db, fields, settings, now, sender, site, key }): Promise<Outcome> {
    const email = fields.get('email').trim();
    const to = onTo(fields.get('to'));
    const { hasMail } = settings;
    const again = async (error: string): Promise<Outcome> =>
      invalid(
        shown({
          email,
          to,
          isAgain: false,
          error,
          hasMail,
          personas: settings.demonstration ? await personas(db) : [],
        }),
      );
    if (email.length > 254 || !z.email().safeParse(email).success)
      return again(
        email === ''
          ? 'Enter your e-mail address'
          : 'Enter an e-mail address in the correct form, like name@example.org',
      );
    // Counted for the sender alone: what counts for the address, others could use up for its owner.
    if (!(await mayTry(db, `sign-in from ${sender}`, 20, 30, now)))
      return again('There were many tries in a short time. Wait a minute, then try again');
    await askForLink(db, { email, returnTo: to, site, key: key('addresses') }, now);
    return view({ title: 'Check your e-mail', main: <LinkSent email={email} hasMail={hasMail} /> });
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
    if (!chosen || !(await visitorOf(db, chosen.id))) return halt('not-found');
    return redirect(onTo(fields.get('to')), { begin: await beginSession(db, chosen.id, now, { by: 'persona' }) });
  },
});

const token = z.object({ token: z.string().regex(/^[\w-]{43}$/) });

export const linkPage = doorPage({
  path: '/sign-in/link/:token',
  params: token,
  async get({ db, params, now }) {
    const isGood = await isLinkGood(db, params.token, now);
    return view({
      title: isGood ? 'Sign in to Kept' : 'This link no longer works',
      main: <ConfirmLink path={peoplePaths.link(params)} isGood={isGood} />,
    });
  },
  fields: {},
  async post({ db, params, sender, site, now }) {
    const used = await consumeLink(db, params.token, now);
    if (!used.ok) tellSecurity(db, { name: 'sign-in-refused', how: 'link', sender });
    if (!used.ok)
      return invalid({
        title: 'This link no longer works',
        main: <ConfirmLink path={peoplePaths.link(params)} isGood={false} />,
      });
    if (used.value.provesAddress) await confirmByDomain(db, used.value.account, site, now);
    return redirect(onTo(used.value.returnTo), { begin: await beginSession(db, used.value.account, now) });
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
