/** Frameworks that ship with Kept: a keeper starts from one and makes it their own. */
import type { FrameworkDraft, FrameworkKind } from '../words.js';
import { careLeaversAsks } from './care-leavers-asks.js';
import { inclusionCharter } from './inclusion-charter.js';

export const templates = {
  'inclusion-charter': { kind: 'charter', draft: inclusionCharter },
  'care-leavers-asks': { kind: 'asks', draft: careLeaversAsks },
} as const satisfies Readonly<Record<string, { readonly kind: FrameworkKind; readonly draft: FrameworkDraft }>>;

export type TemplateName = keyof typeof templates;
