import type { FieldProblem, Typed } from '#base/form.js';
import { z } from 'zod';
import { dateFields } from '#base/date-fields.js';
import { londonDate } from '#base/london.js';
import { slugParameter, wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { recordCode, withdrawCode } from '../../codes.js';
import { type Charter, charterOf } from '../../lookups.js';
import { codesOf, togetherPaths } from '#rooms/promised/together/index.js';
import { charterPaths } from '../../paths.js';
import { canBeDone } from '../../rules.js';
import { doneWords, problemWords } from '../../view-words.js';
import { typedIn } from '#kit/typed.js';
import { readCode } from './codes.form.js';
import { Card, Codes } from './codes.view.js';

const crumbs = (charter: Charter) => [
  { text: 'Workspace', href: '/work' },
  { text: 'Charters', href: charterPaths.work() },
  { text: charter.title, href: charterPaths.own(charter.slug) },
];

async function shown(
  db: Read,
  visitor: Visitor,
  charter: Charter,
  today: string,
  typed: Typed,
  problems: readonly FieldProblem[],
  done: string | null,
): Promise<View> {
  const codes = await codesOf(db, visitor.organisation, charter.id);
  return {
    title: `Codes for classes: ${charter.title}`,
    crumbs: [...crumbs(charter), { text: 'Codes' }],
    main: (
      <Codes
        action={charterPaths.codes(charter.slug)}
        back={charterPaths.own(charter.slug)}
        done={done}
        mayOpen={canBeDone('open code', charter.stage)}
        today={today}
        typed={typed}
        problems={problems}
        codes={codes.map((one) => ({ ...one, href: charterPaths.code(charter.slug, one.code) }))}
      />
    ),
  };
}

export const codesPage = workPage({
  path: '/work/charters/:charter/codes',
  params: z.object({ charter: slugParameter }),
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug }, query, now }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const today = londonDate(now);
    return view(
      await shown(
        db,
        visitor,
        charter,
        today,
        { seats: '30', ...dateFields('expires', londonDate(new Date(now.getTime() + 14 * 86_400_000))) },
        [],
        wordsAsked(doneWords, query),
      ),
    );
  },
  fields: { label: 'line', seats: 'line', 'expires-*': 'line', shared: 'choice' },
  async post({ db, visitor, params: { charter: slug }, fields, now }): Promise<Outcome> {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const typed = typedIn(fields);
    const today = londonDate(now);
    const { draft, problems } = readCode(typed, today);
    if (problems.length > 0) return invalid(await shown(db, visitor, charter, today, typed, problems, null));
    const made = await recordCode(db, whoOf(visitor, now), slug, draft);
    return made.ok
      ? redirect(charterPaths.code(slug, made.value.code))
      : invalid(
          await shown(
            db,
            visitor,
            charter,
            today,
            typed,
            [{ field: 'label', message: problemWords(made.problem) }],
            null,
          ),
        );
  },
});

const cardParams = z.object({ charter: slugParameter, code: z.string().regex(/^[A-Z2-9]{9}$/) });

export const codePage = workPage({
  path: '/work/charters/:charter/codes/:code',
  params: cardParams,
  needs: 'lead',
  async get({ db, visitor, params: at, now, site }) {
    const charter = await charterOf(db, visitor.organisation, at.charter);
    const code = charter && (await codesOf(db, visitor.organisation, charter.id)).find((one) => one.code === at.code);
    if (!charter || !code) return halt('not-found');
    const own = await ownOrganisation(db, visitor.organisation);
    return view({
      title: `The code for ${code.label}`,
      crumbs: [...crumbs(charter), { text: 'Codes', href: charterPaths.codes(charter.slug) }, { text: code.label }],
      main: (
        <Card
          action={charterPaths.code(charter.slug, code.code)}
          back={charterPaths.codes(charter.slug)}
          code={code.code}
          label={code.label}
          title={charter.title}
          organisation={own.name}
          address={`${site}${togetherPaths.door()}`.replace(/^https?:\/\//, '')}
          seats={code.seats}
          taken={code.taken}
          expires={code.expires_on}
          shared={code.shared}
          isOpen={code.closed_on === null && code.expires_on >= londonDate(now)}
          safeguarding={charter.safeguarding}
        />
      ),
    });
  },
  fields: {},
  async post({ db, visitor, params: at, now }) {
    const closed = await withdrawCode(db, whoOf(visitor, now), at.charter, at.code);
    return closed.ok ? redirect(`${charterPaths.codes(at.charter)}?done=closed`) : halt('not-found');
  },
});
