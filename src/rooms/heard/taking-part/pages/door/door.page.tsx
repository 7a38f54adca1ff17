import { z } from 'zod';
import { queryField } from '#kit/address.js';
import { invalid, redirect, view } from '#kit/page.js';
import { codeTyped } from '../../codes.js';
import { takingPartPaths } from '../../paths.js';
import { sayIn } from '../../said.js';
import { doorView, entryFor, languageOf, wantedLanguage } from '../entry.js';
import { takePage } from '../limited.js';

/** Where a code is typed. What opens nothing comes back to it by its address, so that Back never meets a form that was sent. */
export const doorPage = takePage({
  by: 'sender',
  path: '/take',
  params: z.object({}),
  async get(context) {
    const wanted = wantedLanguage(context.query);
    const wrong = queryField(context.query, 'wrong', 40);
    if (wrong !== '') return invalid(doorView(languageOf(sayIn.tags, wanted), wrong, true));
    const typed = queryField(context.query, 'code', 40);
    if (typed === '' && context.query['code'] === undefined)
      return view(doorView(languageOf(sayIn.tags, wanted), '', false));
    const entry = await entryFor(context, typed, wanted);
    return entry.kind === 'refused'
      ? entry.outcome
      : redirect(takingPartPaths.one(entry.code, wanted === '' ? null : wanted));
  },
  fields: { code: 'line', language: 'choice' },
  async post({ fields }) {
    const wanted = languageOf(sayIn.tags, fields.get('language').slice(0, 35));
    const typed = fields.get('code').slice(0, 200);
    const code = codeTyped(typed);
    return redirect(
      code === null ? takingPartPaths.door(wanted, typed.slice(0, 40)) : takingPartPaths.one(code, wanted),
    );
  },
});
