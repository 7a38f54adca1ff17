/** A page as the corridor has it, of whatever gate: its parameters and what its form may bring. */
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { FieldLimits, FileLimits } from '../fields.js';
import type { DoorPage, IntakePage, PublicPage, WorkPage } from '../page.js';

/** The registry forgot each page's parameter type on purpose (page.ts): here the page's own schema vouches for it. */
export type AnyPage = PublicPage<unknown> | WorkPage<unknown, unknown> | DoorPage<unknown> | IntakePage<unknown>;

export function parametersOf(registered: AnyPage, request: FastifyRequest): z.ZodSafeParseResult<unknown> {
  return registered.params.safeParse(request.params);
}

/** What a page declared that its form may bring. A page that takes a form and says nothing of it is a fault of ours. */
export function takenBy(registered: {
  readonly path: string;
  readonly fields?: FieldLimits | undefined;
  readonly files?: FileLimits | undefined;
}): { readonly fields: FieldLimits; readonly files: FileLimits | undefined } {
  if (registered.fields === undefined)
    throw new Error(`The page ${registered.path} takes a form and does not declare its fields (kit/fields.ts)`);
  return { fields: registered.fields, files: registered.files };
}
