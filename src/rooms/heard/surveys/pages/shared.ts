/** What the pages of surveys share: the way to them, forms as text, and the survey of an address. */
import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import type { Fields } from '#kit/page.js';
import { surveyPaths } from '../paths.js';
import type { Typed } from './typed.form.js';

export type { FieldProblem, Typed } from './typed.form.js';

/** A form as text by name; a field sent several times has its values on lines. */
export function typedIn(fields: Fields): Typed {
  return Object.fromEntries(fields.names().map((name) => [name, fields.all(name).join('\n')]));
}

export const workCrumb = { text: 'Workspace', href: '/work' } as const;
export const surveysCrumb = { text: 'Surveys', href: surveyPaths.all() } as const;

export function surveyCrumbs(survey: {
  readonly address: string;
  readonly name: string;
}): readonly { readonly text: string; readonly href: string }[] {
  return [workCrumb, surveysCrumb, { text: survey.name, href: surveyPaths.one(survey.address) }];
}

export const surveyParams = z.object({ survey: slugParameter });
export const settingParams = z.object({ survey: slugParameter, setting: z.uuid() });
export const wayParams = z.object({ survey: slugParameter, way: z.uuid() });
