/** What `npm run new` writes: the least that compiles, passes every law of the house and can be looked at. */

/** A line of a skeleton, which is no import of this file. */
function imported(names: string, from: string, keyword = 'import'): string {
  return `${keyword} { ${names} } from '${from}';`;
}

/** "annual-figures" as code says it, and as a heading says it. */
export function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export function pascal(name: string): string {
  const inner = camel(name);
  return inner.slice(0, 1).toUpperCase() + inner.slice(1);
}

export function heading(name: string): string {
  const words = name.replace(/^work-/, '').replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The folder has the word of the page's address: award is /award, work-award is /work/award. */
export function addressOf(name: string): string {
  return name.startsWith('work-') ? `/work/${name.slice('work-'.length)}` : `/${name}`;
}

export function isWork(name: string): boolean {
  return name.startsWith('work-');
}

export function pageFile(name: string): string {
  const title = heading(name);
  const [kind, needs, crumb] = isWork(name)
    ? ['workPage', `  needs: 'administer',\n`, `{ text: 'Workspace', href: '/work' }`]
    : ['publicPage', `  cached: true,\n  withoutDatabase: 'from memory',\n`, `{ text: 'Home', href: '/' }`];
  return `${imported('z', 'zod')}
${imported(isWork(name) ? 'view, workPage' : 'publicPage, view', '#kit/page.js')}
${imported(`${pascal(name)}View`, `./${name}.view.js`)}

export const ${camel(name)}Page = ${kind}({
  path: '${addressOf(name)}',
  params: z.object({}),
${needs}  async get() {
    return view({
      title: '${title}',
      crumbs: [${crumb}, { text: '${title}' }],
      main: <${pascal(name)}View />,
    });
  },
});
`;
}

export function viewFile(name: string): string {
  return `${imported('PageHeading', '#ui/page/page.js')}

export function ${pascal(name)}View() {
  return (
    <>
      <PageHeading>${heading(name)}</PageHeading>
      <p>There is nothing here yet.</p>
    </>
  );
}
`;
}

/** The line of test/samples.ts. A list of the public gets, in place of null, where it is asked for at volume. */
export function sampleLine(name: string): string {
  const address = addressOf(name);
  return `'${address}': { at: () => ['${address}'], ${isWork(name) ? `as: 'administrator'` : 'atVolume: null'} },`;
}

export function samplesFile(name: string): string {
  return `/** Where the tests that go through every page look at those of this room. */
${imported('samplesOf', '#test/samples.js')}

export const samples = samplesOf({
  pages: {
    ${sampleLine(name)}
  },
});
`;
}

export function rightLine(name: string): string {
  return `'${addressOf(name)}': administrators,`;
}

export function rightsFile(name: string): string {
  return `/** Who may what in here, written by hand and not taken from what it tests (test/rights.test.ts). */
${imported('administrators, type Rights', '#test/rights.js')}

export const rights: Rights = {
  opens: {
    ${rightLine(name)}
  },
};
`;
}

export function roomFile(name: string): string {
  return `${imported('Room', '#kit/room.js', 'import type')}
${imported(`${camel(name)}Page`, `./pages/${name}/${name}.page.js`)}

export const ${camel(name)}: Room = {
  name: '${name}',
  pages: [${camel(name)}Page],
};
`;
}

export function readmeFile(name: string): string {
  return `# ${heading(name)}

In one sentence: whom this room serves, and with what.

**Words**: what the room calls things, as docs/words.md says them.

**Tables**: none of its own.

**Pages**: \`${addressOf(name)}\`.
`;
}
