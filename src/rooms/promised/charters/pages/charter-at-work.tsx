/** What the pages of a charter at work share: the way to them, and what is said of a charter as a whole. */
import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import type { FieldLimits } from '#kit/fields.js';
import { frameworksToChoose } from '#rooms/ground/frameworks/index.js';
import type { Charter } from '../lookups.js';
import { charterPaths } from '../paths.js';
import type { View } from '#kit/page.js';

export const chartersCrumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Charters', href: charterPaths.work() },
] as const;

export const clausesAtMost = 60;

export const params = z.object({ charter: slugParameter });

/** A charter that is there already keeps its framework, also where that has ended. */
export async function frameworkChoices(
  db: Read,
  charter: Charter | null,
): Promise<readonly { readonly value: string; readonly text: string }[]> {
  return (await frameworksToChoose(db, { named: charter === null ? [] : [charter.framework] })).map(
    ({ slug, name }) => ({ value: slug, text: name }),
  );
}

export const charterFields: FieldLimits = {
  title: 'line',
  intro: 'text',
  framework: 'choice',
  safeguarding: 'line',
  safeguardingEmail: 'line',
  ballot: 'choice',
  choose: 'line',
  text: 'document',
  act: 'choice',
};

export function charterFrame(charter: Charter, heading: string, main: View['main']): View {
  return {
    title: `${heading}: ${charter.title}`,
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Charters', href: charterPaths.work() },
      { text: charter.title, href: charterPaths.own(charter.slug) },
      { text: heading },
    ],
    main,
  };
}

export const charterCrumbs = (charter: Charter, here: string) => [
  { text: 'Workspace', href: '/work' },
  { text: 'Charters', href: charterPaths.work() },
  { text: charter.title, href: charterPaths.own(charter.slug) },
  { text: here },
];
