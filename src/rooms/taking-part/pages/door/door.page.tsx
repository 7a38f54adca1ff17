import { z } from 'zod';
import { intakePage, redirect, view } from '#kit/page.js';
import { takingPartPaths } from '../../paths.js';
import { spoken } from '../../said.js';
import { doorView, entryFor, languageOf, wantedLanguage } from '../entry.js';

/** Where a code is typed. */
export const doorPage = intakePage({
  path: '/take',
  params: z.object({}),
  get: async ({ query }) => view(doorView(languageOf(spoken, wantedLanguage(query)), '', false)),
  fields: { code: 'line', language: 'choice' },
  async post(context) {
    const wanted = context.fields.get('language').slice(0, 35);
    const entry = await entryFor(context, context.fields.get('code').slice(0, 200), wanted);
    if (entry.kind === 'refused') return entry.outcome;
    return redirect(takingPartPaths.one(entry.code, entry.asked.languages.includes(wanted) ? wanted : null));
  },
});
