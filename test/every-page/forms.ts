/**
 * Every form of every page: what it sends is what its page declared, and the longest awkward text that a field may have holds nobody up
 * (kit/fields.ts).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type FieldLimits, lengthAtMost, limitOf } from '#kit/fields.js';
import type { Page } from '#kit/page.js';
import { rooms } from '../../src/app/rooms.js';
import { walk } from '../views.js';
import type { Asker } from '../visit.js';
import { assertNone, isWhole, kept, looker, pages, seenBy } from './addresses.js';

interface Control {
  readonly name: string;
  readonly value: string;
  /** Typed by its reader, in a line or a box; anything else is picked or hidden. */
  readonly typed: 'line' | 'box' | null;
  readonly isFile: boolean;
}

interface Form {
  readonly from: string;
  readonly who: Asker;
  readonly path: string;
  readonly page: Page;
  readonly controls: readonly Control[];
}

const typing = ['text', 'email', 'url', 'tel', 'search', 'date', 'time', 'number', 'password'];

function attributeOf(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function controlOf(element: Tree.Element): Control | null {
  const name = attributeOf(element, 'name');
  if (name === undefined || !['input', 'textarea', 'select', 'button'].includes(element.tagName)) return null;
  const type = attributeOf(element, 'type') ?? 'text';
  const typed =
    element.tagName === 'textarea' ? 'box' : element.tagName === 'input' && typing.includes(type) ? 'line' : null;
  return { name, value: attributeOf(element, 'value') ?? '', typed, isFile: type === 'file' };
}

const takers = rooms.flatMap((room) => room.pages).filter((page) => page.gate !== 'public' && page.post !== undefined);

function takerOf(path: string): Page | undefined {
  const matching = takers.filter((page) => new RegExp(`^${page.path.replace(/:\w+/g, '[^/]+')}$`).test(path));
  // /work/promises/new stands before /work/promises/:promise.
  return matching.sort((a, b) => a.path.split(':').length - b.path.split(':').length)[0];
}

async function findForms(): Promise<readonly Form[]> {
  const found: Form[] = [];
  for (const { path: from, entry } of pages()) {
    if (entry.samples) continue;
    const who = looker(entry);
    const elements = [...walk(parse((await seenBy(who, from)).body))];
    for (const form of elements.filter(
      (element) => element.tagName === 'form' && attributeOf(element, 'method')?.toLowerCase() === 'post',
    )) {
      const action = attributeOf(form, 'action') ?? '';
      const { pathname } = new URL(action === '' ? from : action, new URL(from, kept.url));
      const page = takerOf(pathname);
      if (page)
        found.push({
          from,
          who,
          path: pathname,
          page,
          controls: [...walk(form)].flatMap((element) => controlOf(element) ?? []),
        });
    }
  }
  return found;
}

let found: Promise<readonly Form[]> | null = null;
const forms = (): Promise<readonly Form[]> => (found ??= findForms());

function fieldsOf(page: Page): FieldLimits {
  return ('fields' in page ? page.fields : undefined) ?? {};
}

test('every page with a form says what it may bring', () => {
  assertNone(
    takers
      .filter((page) => !('takesJson' in page && page.takesJson) && !('fields' in page && page.fields !== undefined))
      .map(({ path }) => path),
  );
});

test('what a form sends is what its page takes', async () => {
  const all = await forms();
  assert.ok(all.length > 100 || !isWhole, `only ${all.length} forms were found`);
  const faults = all.flatMap(({ from, page, controls }) =>
    controls.flatMap(({ name, value, typed, isFile }) => {
      if (isFile)
        return 'files' in page && page.files && name in page.files
          ? []
          : [`${from}: the file ${name} is sent to ${page.path}, which does not take it`];
      const limit = limitOf(fieldsOf(page), name);
      if (limit === null) return [`${from}: ${name} is sent to ${page.path}, which does not know it`];
      if (typed !== null && limit.length === 'choice')
        return [`${from}: ${name} is typed, and ${page.path} takes it for a choice`];
      if (typed === 'box' && limit.length === 'line')
        return [`${from}: ${name} is a box of text, and ${page.path} takes it for a line`];
      return value.length > lengthAtMost[limit.length]
        ? [`${from}: ${name} brings ${value.length} characters, more than ${page.path} takes`]
        : [];
    }),
  );
  assertNone([...new Set(faults)]);
});

test('every form of the workspace carries the token of its session', async () => {
  assertNone(
    (await forms())
      .filter(({ page, controls }) => page.gate === 'work' && !controls.some(({ name }) => name === 'csrf'))
      .map(({ from, path }) => `${from}: the form that goes to ${path} has no token: draw it with PostForm (ui/form)`),
  );
});

const awkward: Readonly<Record<string, (length: number) => string>> = {
  commas: (length) => ','.repeat(length),
  blanks: (length) => `a${' '.repeat(length - 2)}b`,
  digits: (length) => '1'.repeat(length),
  'combining marks': (length) => `e${'\u0301'.repeat(length - 1)}`,
  'line ends': (length) => '\n'.repeat(length),
  dashes: (length) => '- '.repeat(length / 2),
};

/** Milliseconds of processor time on the server's thread that a page next to it has to wait for at most (issue: no page waits longer). */
const stretch = 200;

/** Sends what each field may have at most, filled with one kind of awkward text; tells the processor time of this thread, which the server runs on. */
async function sendLongest(
  { who, path, page, controls }: Form,
  text: (length: number) => string,
): Promise<{ readonly status: number; readonly milliseconds: number }> {
  const sent: Record<string, string> = {};
  for (const { name, value, typed, isFile } of controls) {
    const limit = limitOf(fieldsOf(page), name);
    if (isFile || limit === null) continue;
    // The whole of a pasted paper is read line by line, and has tests of its own.
    sent[name] = typed === null ? value : text(Math.min(lengthAtMost[limit.length], lengthAtMost.text));
  }
  const began = process.threadCpuUsage();
  const { status } = await who.post(path, sent);
  const { user, system } = process.threadCpuUsage(began);
  return { status, milliseconds: (user + system) / 1000 };
}

test('the longest awkward text in every field holds nobody up', { timeout: 600_000 }, async () => {
  const faults: string[] = [];
  const onePerPage = [
    ...new Map(
      (await forms())
        .filter(({ controls }) => controls.some(({ typed }) => typed !== null))
        .map((form) => [form.page.path, form]),
    ).values(),
  ];
  assert.ok(onePerPage.length > 40 || !isWhole, `only ${onePerPage.length} forms with text were found`);
  for (const form of onePerPage) {
    for (const [kind, text] of Object.entries(awkward)) {
      let sent = await sendLongest(form, text);
      // A first time compiles, and collects what others left.
      for (let again = 0; again < 2 && sent.milliseconds > stretch; again++) sent = await sendLongest(form, text);
      if (sent.milliseconds > stretch)
        faults.push(`${form.page.path}: ${kind} take ${Math.round(sent.milliseconds)} ms`);
      if (sent.status >= 500) faults.push(`${form.page.path}: ${kind} give ${sent.status}`);
    }
  }
  assertNone(faults);
});
