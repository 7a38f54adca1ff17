import type { FieldProblem } from '#base/form.js';
import { crumbs, hostedOr, networkParams, refusedOutcome } from '../hosted-network.js';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import type { Read } from '#kit/db/gate.js';
import type { FieldLimits } from '#kit/fields.js';
import { invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { boardsToChoose } from '#rooms/decided/boards/index.js';
import { publishedAuthorities } from '#rooms/ground/directory/index.js';
import { themesToChoose } from '#rooms/ground/frameworks/index.js';
import { ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { recordNetwork, recordNetworkChange } from '../../acts.js';
import type { NetworkSheet } from '../../lookups.js';
import { networkPaths } from '../../paths.js';
import { emptyNetwork, readNetwork, typedFrom, typedNetwork, type TypedNetwork } from './edit.form.js';
import { EditNetwork } from './edit.view.js';

const choicesAtMost = 300;

async function choicesFor(db: Read, organisation: string, now: Date, sheet: NetworkSheet | null) {
  const today = londonDate(now);
  const own = await ownOrganisation(db, organisation);
  const themes = (
    await themesToChoose(db, { named: sheet?.themes.map((theme) => theme.split(' ')[0] ?? '') ?? [] })
  ).map(({ framework, framework_name, key, title }) => ({
    value: `${framework} ${key}`,
    text: `${title} (${framework_name})`,
  }));
  const authorities = (await publishedAuthorities(db))
    .filter(({ ends }) => ends === null || ends > today)
    .map(({ code, name }) => ({ value: code, text: name }));
  // A steering group is a board of its host: another's board is not its own.
  const boards = (await boardsToChoose(db, own.name, choicesAtMost)).map(({ slug, name }) => ({
    value: slug,
    text: name,
  }));
  return { own, themes, authorities, boards };
}

async function networkForm(
  db: Read,
  visitor: Visitor,
  now: Date,
  typed: TypedNetwork,
  sheet: NetworkSheet | null,
  problems: readonly FieldProblem[],
): Promise<View> {
  const { own, ...choices } = await choicesFor(db, visitor.organisation, now, sheet);
  const heading = sheet === null ? 'Found a network' : 'What the network says of itself';
  return {
    title: sheet === null ? heading : `${heading}: ${sheet.name}`,
    crumbs: [
      ...crumbs,
      ...(sheet === null
        ? [{ text: heading }]
        : [{ text: sheet.name, href: networkPaths.own(sheet.slug) }, { text: 'Change' }]),
    ],
    main: (
      <EditNetwork
        action={sheet === null ? networkPaths.add() : networkPaths.edit(sheet.slug)}
        back={sheet === null ? networkPaths.work() : networkPaths.own(sheet.slug)}
        heading={heading}
        caption={sheet?.name ?? own.name}
        typed={typed}
        kindKept={sheet?.kind ?? null}
        {...choices}
        problems={problems}
      />
    ),
  };
}

async function readTyped(db: Read, visitor: Visitor, now: Date, typed: TypedNetwork, sheet: NetworkSheet | null) {
  const { themes, authorities, boards } = await choicesFor(db, visitor.organisation, now, sheet);
  const values = (list: readonly { readonly value: string }[]) => new Set(list.map(({ value }) => value));
  return readNetwork(
    typed,
    { themes: values(themes), authorities: values(authorities), boards: values(boards) },
    sheet?.kind ?? null,
  );
}

const networkFields: FieldLimits = {
  kind: 'choice',
  name: 'line',
  purpose: 'text',
  terms: 'text',
  chair: 'line',
  authority: 'choice',
  board: 'choice',
  themes: { length: 'choice', most: 200 },
};

export const addNetworkPage = workPage({
  path: '/work/networks/new',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, now }) {
    return view(await networkForm(db, visitor, now, emptyNetwork, null, []));
  },
  fields: networkFields,
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const typed = typedNetwork(fields);
    const read = await readTyped(db, visitor, now, typed, null);
    if (!read.ok) return invalid(await networkForm(db, visitor, now, typed, null, read.problems));
    return redirect(`${networkPaths.own(await recordNetwork(db, whoOf(visitor, now), read.draft))}?done=founded`);
  },
});

export const editNetworkPage = workPage({
  path: '/work/networks/:network/edit',
  params: networkParams,
  needs: 'lead',
  async get({ db, visitor, params, now }) {
    const found = await hostedOr(db, visitor, params.network);
    return 'outcome' in found
      ? found.outcome
      : view(await networkForm(db, visitor, now, typedFrom(found.sheet), found.sheet, []));
  },
  fields: networkFields,
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const found = await hostedOr(db, visitor, params.network);
    if ('outcome' in found) return found.outcome;
    const typed = typedNetwork(fields);
    const read = await readTyped(db, visitor, now, typed, found.sheet);
    if (!read.ok) return invalid(await networkForm(db, visitor, now, typed, found.sheet, read.problems));
    const answer = await recordNetworkChange(db, whoOf(visitor, now), params.network, read.draft);
    return answer.ok
      ? redirect(`${networkPaths.own(params.network)}?done=saved`)
      : refusedOutcome(params.network, answer.problem);
  },
});
