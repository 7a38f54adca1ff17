/** What readers find of boards and people, drawn from what is published: written in the transaction that makes it public. */
import type { Write } from '#kit/db/gate.js';
import { drawAnew } from '#kit/publications/drawn.js';
import { boardPaths } from './paths.js';
import type { PublishedPersonRow } from './tables.js';
import type { BoardContent } from './words.js';

/** Puts the board and its people into the lists that readers ask, out of a version just published. */
export async function publishBoard(write: Write, id: string, content: BoardContent): Promise<void> {
  const { slug, name, organisation } = content.board;
  await write
    .insertInto('published.board')
    .values({ slug, name, organisation: organisation ?? '', publication: id })
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet({ name, organisation: organisation ?? '', publication: id }),
    )
    .execute();
  const path = boardPaths.one(slug);
  const common = { board: slug, board_name: name, meeting: null, date: null, path };
  const rows = [
    ...content.groups.flatMap((group) => [
      ...group.members.map((member) => ({
        ...common,
        slug: member.slug,
        name: nameOf(member),
        kind: 'member' as const,
        label: null,
        political_group: group.name,
        authority: member.authority,
      })),
      ...group.members
        .filter((member) => member.office !== null)
        .map((member) => ({
          ...common,
          slug: member.slug,
          name: nameOf(member),
          kind: 'office' as const,
          label: member.office,
          political_group: group.name,
          authority: member.authority,
        })),
      ...group.substitutes.map((member) => ({
        ...common,
        slug: member.slug,
        name: nameOf(member),
        kind: 'substitute' as const,
        label: null,
        political_group: group.name,
        authority: member.authority,
      })),
    ]),
    ...content.outsideBodies.flatMap((body) =>
      body.people.map((person) => ({
        ...common,
        slug: person.slug,
        name: person.name,
        kind: 'outside body' as const,
        label: body.name,
        political_group: null,
        authority: null,
      })),
    ),
  ];
  await drawAnew(write, 'published.person', id, rows);
}

function nameOf(member: { readonly name: string; readonly honours: string | null }): string {
  return member.honours ? `${member.name} ${member.honours}` : member.name;
}

/** What minutes say of somebody: that they were there, or declared an interest. */
export type NamedInMinutes = Omit<PublishedPersonRow, 'publication' | 'position'> & {
  readonly kind: 'attendance' | 'declaration';
};

/** Puts those whom minutes name, in the order of the minutes, into the list of people. */
export async function publishNamed(write: Write, id: string, named: readonly NamedInMinutes[]): Promise<void> {
  await drawAnew(write, 'published.person', id, named);
}
