/** What the pages of surveys share: the way to them, and the survey of an address. */
import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { surveyPaths } from '../paths.js';

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
