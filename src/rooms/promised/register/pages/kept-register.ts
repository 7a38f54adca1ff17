/** What the pages of a register’s keeper share: the framework where one keeps it, and the way to them. */
import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import type { View } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { type PublishedFramework, publishedFrameworks } from '#rooms/ground/frameworks/index.js';
import { registerPaths } from '../paths.js';

export const params = z.object({ framework: slugParameter });

/** The framework, where the visitor's organisation keeps it. */
export async function keptFramework(db: Read, visitor: Visitor, slug: string): Promise<PublishedFramework | undefined> {
  return (await publishedFrameworks(db)).find((one) => one.slug === slug && one.organisation === visitor.organisation);
}

export function crumbs(framework: PublishedFramework, text: string | null = null): NonNullable<View['crumbs']> {
  const here = { text: framework.name, ...(text === null ? {} : { href: registerPaths.desk(framework.slug) }) };
  return [
    { text: 'Workspace', href: '/work' },
    { text: 'Register', href: registerPaths.work() },
    here,
    ...(text === null ? [] : [{ text }]),
  ];
}
