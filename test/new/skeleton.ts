/** Where a new page or room goes, and what of the files that are there changes for it. Nothing is written here. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wings } from '../floor-plan.js';
import * as template from './templates.js';

/** Said to whoever typed the command. */
export class NewProblem extends Error {
  override readonly name = 'NewProblem';
}

/** Whole files, by their path in the house. */
export type Files = Readonly<Record<string, string>>;

function checkName(name: string): void {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    throw new NewProblem(`${name} is no name: lower-case words joined by hyphens, as in care-offer.`);
}

function refuseAddress(home: string, name: string): void {
  const address = template.addressOf(name);
  const taken = globSync('src/{rooms,kit}/**/*.page.tsx', { cwd: home }).find((file) =>
    readFileSync(join(home, file), 'utf8').includes(`path: '${address}'`),
  );
  if (taken !== undefined) throw new NewProblem(`${address} is the address of ${taken.replaceAll('\\', '/')}.`);
}

/** Adds what stands in a file of its own shape; one that was shaped otherwise by hand is left to a hand. */
function changed(home: string, file: string, at: RegExp, to: (found: string) => string): string {
  const text = readFileSync(join(home, file), 'utf8');
  if (!at.test(text)) throw new NewProblem(`${file} has another shape than new rooms: add the page to it by hand.`);
  return text.replace(at, to);
}

/** One more line in a table of a room's test folder, or that file where there is none. */
function withLine(home: string, file: string, whole: string, table: string, line: string): string {
  if (!existsSync(join(home, file))) return whole;
  const [opens, closes] = readFileSync(join(home, file), 'utf8').includes(`\n  ${table}: {\n`)
    ? [new RegExp(`^  ${table}: \\{\\n`, 'm'), '']
    : [/^export const .* = \{\n/m, '},'];
  return changed(home, file, opens, (found) => `${found}${closes === '' ? '' : `${table}: {`}${line}${closes}`);
}

/** `administrators` is not imported where all other pages let others in. */
function withAdministrators(text: string): string {
  return /import \{[^}]*\badministrators\b/.test(text)
    ? text
    : text.replace(/^import (type )?\{ (.*) \} from '#test\/rights\.js';$/m, (_, type: string | undefined, names) =>
        type
          ? `import { administrators, type ${names} } from '#test/rights.js';`
          : `import { administrators, ${names} } from '#test/rights.js';`,
      );
}

export function newPage(home: string, room: string, name: string): Files {
  checkName(name);
  const [folder] = globSync(`src/rooms/*/${room}`, { cwd: home }).map((path) => path.replaceAll('\\', '/'));
  if (folder === undefined) throw new NewProblem(`There is no room ${room}. npm run plan shows them.`);
  if (existsSync(join(home, folder, 'pages', name))) throw new NewProblem(`${folder} has a page ${name} already.`);
  refuseAddress(home, name);
  const page = `${template.camel(name)}Page`;
  const registered = changed(home, `${folder}/room.ts`, /\bpages: \[\s*/, (opening) => `${opening}${page}, `);
  const rights = `${folder}/test/rights.ts`;
  return {
    [`${folder}/pages/${name}/${name}.page.tsx`]: template.pageFile(name),
    [`${folder}/pages/${name}/${name}.view.tsx`]: template.viewFile(name),
    [`${folder}/room.ts`]: registered.replace(
      /\n\n(?!import )/,
      (end) => `\nimport { ${page} } from './pages/${name}/${name}.page.js';${end}`,
    ),
    [`${folder}/test/samples.ts`]: withLine(
      home,
      `${folder}/test/samples.ts`,
      template.samplesFile(name),
      'pages',
      template.sampleLine(name),
    ),
    ...(template.isWork(name) && {
      [rights]: withAdministrators(
        withLine(home, rights, template.rightsFile(name), 'opens', template.rightLine(name)),
      ),
    }),
  };
}

/** The list of rooms with one more at the end of its wing. */
function listed(home: string, wing: string, name: string): string {
  const file = 'src/app/rooms.ts';
  const room = template.camel(name);
  const text = readFileSync(join(home, file), 'utf8');
  const after = wings.slice(wings.findIndex((one) => one === wing) + 1).find((one) => text.includes(`\n  // ${one}\n`));
  const line = `${text.includes(`\n  // ${wing}\n`) ? '' : `  // ${wing}\n`}  ${room},\n`;
  const inList = text.replace(
    after === undefined ? /\n\];/ : `\n  // ${after}\n`,
    (next) => `\n${line}${next.slice(1)}`,
  );
  return inList.replace(
    /\n\nexport const rooms/,
    (next) => `\nimport { ${room} } from '#rooms/${wing}/${name}/room.js';${next}`,
  );
}

export function newRoom(home: string, wing: string, name: string): Files {
  checkName(name);
  if (!wings.some((one) => one === wing))
    throw new NewProblem(`There is no wing ${wing}. The wings are ${wings.join(', ')}.`);
  if (globSync(`src/rooms/*/${name}`, { cwd: home }).length > 0)
    throw new NewProblem(`There is a room ${name} already.`);
  refuseAddress(home, name);
  const folder = `src/rooms/${wing}/${name}`;
  return {
    [`${folder}/README.md`]: template.readmeFile(name),
    [`${folder}/room.ts`]: template.roomFile(name),
    [`${folder}/pages/${name}/${name}.page.tsx`]: template.pageFile(name),
    [`${folder}/pages/${name}/${name}.view.tsx`]: template.viewFile(name),
    [`${folder}/test/samples.ts`]: template.samplesFile(name),
    ...(template.isWork(name) && { [`${folder}/test/rights.ts`]: template.rightsFile(name) }),
    'src/app/rooms.ts': listed(home, wing, name),
  };
}
