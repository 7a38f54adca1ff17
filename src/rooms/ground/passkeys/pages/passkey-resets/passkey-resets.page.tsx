import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { wordsAsked } from '#kit/address.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { passkeyPaths } from '../../paths.js';
import { confirmReset, type OpenReset, refuseReset, resetsFor } from '../../resets.js';
import { Reset, type ResetProps, Resets } from './passkey-resets.view.js';

const crumb = { text: 'Workspace', href: '/work' };
const doneWords: Readonly<Record<string, string>> = {
  confirmed: 'Lost passkey confirmed. We have told your colleague and everybody who leads your organisation.',
  refused: 'Request refused. We have told your colleague.',
};

export const resetsPage = workPage({
  path: '/work/passkey-resets',
  params: z.object({}),
  needs: 'confirm passkeys',
  async get({ db, visitor, query, now }) {
    const open = (await resetsFor(db, visitor, now)).map(({ account, name, asked_at, expires_at }) => ({
      name,
      asked: londonDate(asked_at),
      until: londonDate(expires_at),
      href: passkeyPaths.reset({ account }),
    }));
    return view({
      title: 'Lost passkeys',
      crumbs: [crumb, { text: 'Lost passkeys' }],
      main: <Resets open={open} done={wordsAsked(doneWords, query)} />,
    });
  },
});

function shown({ account, name, email, asked_at }: OpenReset, problems: ResetProps['problems']): View {
  const props = {
    action: passkeyPaths.reset({ account }),
    name,
    email,
    asked: londonDate(asked_at),
    problems,
  };
  return {
    title: 'Lost passkey',
    crumbs: [crumb, { text: 'Lost passkeys', href: passkeyPaths.resets() }, { text: name }],
    main: <Reset {...props} />,
  };
}

export const resetPage = workPage({
  path: '/work/passkey-resets/:asker',
  params: z.object({ asker: z.uuid() }),
  needs: 'confirm passkeys',
  async get({ db, visitor, params, now }) {
    const found = (await resetsFor(db, visitor, now)).find(({ account }) => account === params.asker);
    return found ? view(shown(found, [])) : halt('not-found');
  },
  fields: { spoken: 'choice', outcome: 'choice' },
  async post({ db, visitor, params, fields, site, now }): Promise<Outcome> {
    const found = (await resetsFor(db, visitor, now)).find(({ account }) => account === params.asker);
    if (!found) return halt('not-found');
    if (fields.get('outcome') === 'refuse') {
      const refusal = await refuseReset(db, visitor, params.asker, now);
      return refusal.ok ? redirect(passkeyPaths.resets('refused')) : halt('not-found');
    }
    if (fields.get('spoken') !== 'yes')
      return invalid(
        shown(found, [
          {
            field: 'spoken',
            message:
              'Speak with your colleague first, then tick the box. If you cannot reach them, leave the request open',
          },
        ]),
      );
    const confirmed = await confirmReset(db, visitor, params.asker, site, now);
    return confirmed.ok ? redirect(passkeyPaths.resets('confirmed')) : halt('not-found');
  },
});
