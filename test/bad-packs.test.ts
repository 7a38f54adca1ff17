/**
 * Bad packs through the upload page of a running Kept (issue 2, section 6): a clear message or an honest partial reading,
 * never a fault, and never a script in anything that is published.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type Answer, type Clerk, type RunningApp, signIn, startApp } from './app.js';
import { openPdf, rawPdf } from './pdf.js';

const workshop = mkdtempSync(join(tmpdir(), 'kept-bad-packs-'));
chmodSync(workshop, 0o711);
let app: RunningApp;
let clerk: Clerk;
before(async () => {
  app = await startApp(join(workshop, 'data'));
  clerk = await signIn(app.url);
});
after(async () => {
  await app?.end();
  rmSync(workshop, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
});

/** The page comes back with the problem in its summary of errors. */
function assertRefused(answer: Answer, why: RegExp): void {
  assert.equal(answer.status, 422);
  const summary = /govuk-error-summary[^]*?<\/ul>/.exec(answer.body)?.[0] ?? '';
  assert.match(summary.replace(/<[^>]+>/g, ' '), why);
}

async function checkPage(answer: Answer): Promise<{ readonly id: string; readonly body: string }> {
  assert.equal(answer.status, 303, answer.body.slice(0, 300));
  const page = await clerk.get(answer.location);
  assert.equal(page.status, 200);
  return { id: answer.location.split('/').at(-1) ?? '', body: page.body };
}

async function publish(id: string): Promise<string> {
  assert.equal((await clerk.post(`/work/imports/${id}/accept-rest`, {})).status, 303);
  const asked = await clerk.post(`/work/imports/${id}/publish`, {});
  assert.equal(asked.status, 303, /govuk-error-summary[^]*?<\/ul>/.exec(asked.body)?.[0]);
  for (let tries = 0; tries < 600; tries += 1) {
    const progress = await clerk.get(asked.location);
    if (progress.status === 303) return progress.location;
    assert.doesNotMatch(progress.body, /Publishing failed/, app.said.join('\n'));
    await pause(100);
  }
  throw new Error('publishing took longer than a minute');
}

/** A PDF of one page by hand; `more` goes into its trailer. */
function smallPdf(more = ''): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    '<< /Length 44 >>\nstream\nBT /F 12 Tf 20 100 Td (Agenda of a board) Tj ET \nendstream',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  return (
    `${text}xref\n0 6\n0000000000 65535 f ` +
    `\n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size 6 /Root 1 0 R ` +
    `${more} >>\nstartxref\n${table}\n%%EOF\n`
  );
}

test('no file at all, an empty one, and one of white space', async () => {
  assertRefused(await clerk.post('/work/imports/new', {}), /Choose a file, or paste the text/);
  assertRefused(await clerk.upload('empty.md', ''), /no text in it/);
  assertRefused(await clerk.upload('blank.txt', ' \n\n\t \n'), /no text in it/);
});

test('a file that is no text', async () => {
  assertRefused(
    await clerk.upload(
      'picture.png',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...randomBytes(50_000)]),
    ),
    /not text, a web page or a PDF/,
  );
  assertRefused(await clerk.upload('zeros.txt', new Uint8Array(4096)), /not text, a web page or a PDF|no text in it/);
});

test('50 MB of one line, and more than the door lets in', async () => {
  assertRefused(await clerk.upload('line.txt', 'a '.repeat(25_000_000)), /too large/);
  // On a busy machine a connection may break once before the sender has sent it all; the refusal itself must be heard.
  const send = () => clerk.upload('larger.txt', 'a'.repeat(65 * 1024 * 1024));
  const larger = await send().catch(send);
  assert.equal(larger.status, 413);
  assert.match(larger.body, /<h1/);
  // One line that is short enough for the size of a file, and too long for a line.
  assertRefused(await clerk.upload('long-line.txt', 'word '.repeat(100_000)), /too large/);
});

test('a PDF with a password', async () => {
  await checkPage(await clerk.upload('open.pdf', smallPdf()));
  // Keys made of chance: no password opens it, the empty one neither.
  const hex = () => `<${randomBytes(32).toString('hex')}>`;
  assertRefused(
    await clerk.upload(
      'closed.pdf',
      smallPdf(`/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex()} /U ${hex()} /P -44 >>`),
    ),
    /protected by a password/,
  );
});

test('a PDF that was not completely downloaded', async () => {
  const path =
    /href="(\/boards\/[^"]*\/meetings\/[^"]*)"/.exec(
      (await clerk.get('/boards/children-and-young-people-board')).body,
    )?.[1] ?? '';
  const whole = Buffer.from(
    await (await fetch(`${app.url}/boards/children-and-young-people-board/meetings/2024-03-12/pack.pdf`)).arrayBuffer(),
  );
  assert.equal(whole.subarray(0, 5).toString(), '%PDF-', path);
  for (const part of [0.02, 0.3, 0.6, 0.95]) {
    const answer = await clerk.upload('part.pdf', whole.subarray(0, Math.floor(whole.length * part)));
    // What can be read of it is read; else it is said to be damaged.
    if (answer.status === 303) await checkPage(answer);
    else assertRefused(answer, /damaged|no text/);
  }
});

test('a table with missing cells is read as far as it goes', async () => {
  const { body } = await checkPage(
    await clerk.upload(
      'cells.md',
      '# Riverside Board\n\nAgenda\n\nTuesday, 10 March 2026\n11.00 am\n\n| Item | Page |\n|---|---|\n| 1. ' +
        'Welcome\n| 2. Summer places | 3 - 4 | stray |\n|\n| | |\n\nSummer places\n\nPurpose of Report\n\nFor ' +
        'discussion.\n\n| Ask | Example | By whom |\n|---|---|---|\n| Travel |\n| Heating | Winter grant |\n| ' +
        'Someone to call | Adviser | Leaving care team | and more |\n',
    ),
  );
  for (const words of ['Welcome', 'Summer places', 'Heating', 'Winter grant', 'Leaving care team', 'and more', 'stray'])
    assert.ok(body.includes(words), words);
});

const hostileHtml =
  `<!DOCTYPE html><html lang="en" onload="alert(1)"><head><title>Agenda</title><script>window.hostile = ` +
  `1</script><style>body{display:none}</style><base href="https://evil.example/"><meta http-equiv="refresh" ` +
  `content="0;url=https://evil.example/"></head>
<body onload="window.hostile=1"><main>
<h1>Hostile Board<img src=x onerror=alert(1)></h1>
<h2>Agenda</h2>
<p>Tuesday, 10 March 2026</p><p>11.00 am</p>
<table><tr><td>Item</td><td>Page</td></tr><tr><td>1. Welcome</td><td></td></tr><tr><td>2. Summer places</td><td>1 - 2</td></tr></table>
<h1 id="x" onmouseover="alert(1)">Summer places</h1>
<h2>Purpose of Report</h2><p>For discussion.</p>
<h2>Background</h2>
<p>1. ` +
  `Go to <a href="javascript:alert(1)">the plain link</a>, <a href=" java&#10;script:alert(1)">the broken ` +
  `link</a>, <a href="data:text/html,<script>alert(1)</script>">the data link</a>, <a href="vbscript:x">the old ` +
  `link</a> and <a href="https://example.org/good">the good link</a>.</p>
<p>2. Text with &lt;script&gt;alert('text')&lt;/script&gt; in it, and &quot; onmouseover=&quot;alert(1).</p>
<p>3. ` +
  `<svg onload="alert(1)"><a xlink:href="javascript:alert(1)"><text>drawing</text></a></svg><iframe ` +
  `src="https://evil.example/"></iframe><object data="https://evil.example/"></object><embed ` +
  `src="https://evil.example/"><form action="https://evil.example/"><input name="password"><button ` +
  `formaction="javascript:alert(1)">Send</button></form></p>
<p>4. <img src="https://evil.example/p.png" ` +
  `onerror="alert(1)" alt="a picture"><math><mtext><style><img src=x ` +
  `onerror=alert(1)></style></mtext></math><noscript><p title="</noscript><img src=x ` +
  `onerror=alert(1)>"></noscript></p>
<table onclick="alert(1)"><tr><th ` +
  `style="position:fixed">Ask</th><th>Example</th></tr><tr><td><script>alert(2)</script>Travel</td><td><b ` +
  `onclick="alert(1)">Pass</b></td></tr></table>
</main></body></html>`;

const hostileMarkdown =
  `# Hostile Board

Agenda

Tuesday, 17 March 2026
11.00 am

| Item | Page |
|---|---|
| 1. Welcome <script>alert(1)</script> | |
| 2. Summer" onmouseover="alert(1) places | 1 - 2 |

Summer" onmouseover="alert(1) places

Purpose of Report

For discussion.

Background

1. See [the plain link](javascript:alert(1)), [the other](JaVaScRiPt:alert` +
  '`1`' +
  `) and ![picture](javascript:alert(1)) and <javascript:alert(1)>.

2. <script>window.hostile = 1</script><img src=x onerror=alert(1)> and <iframe src="javascript:alert(1)"></iframe> stand here as text.

3. #link("javascript:alert(1)")[typst] and #eval("1+1") and #read("/etc/passwd") and \\u{202e}.
`;

type Node = DefaultTreeAdapterTypes.Node;

/** What of a page could run, load from elsewhere, or send a form elsewhere. */
function dangers(html: string, mayHaveForms: boolean): readonly string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) {
      if (['script', 'style', 'iframe', 'object', 'embed', 'base', 'math', 'frame', 'applet'].includes(node.tagName))
        found.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        const address = value.replace(/[\u0000-\u0020]+/g, '').toLowerCase();
        if (name.startsWith('on') || name === 'style' || name === 'srcdoc' || name === 'formaction')
          found.push(`${node.tagName} ${name}="${value}"`);
        if (
          ['href', 'src', 'action', 'xlink:href', 'data', 'poster'].includes(name) &&
          /^(javascript|vbscript|data):/.test(address)
        )
          found.push(`${node.tagName} ${name}="${value}"`);
        if (
          name === 'src' ||
          name === 'action' ||
          (node.tagName === 'link' &&
            name === 'href' &&
            node.attrs.some((other) => other.name === 'rel' && other.value === 'stylesheet'))
        )
          if (/^(https?:)?\/\//.test(address) && !address.startsWith(app.url))
            found.push(`${node.tagName} ${name}="${value}"`);
      }
      if (node.tagName === 'input' && !mayHaveForms && node.attrs.some(({ value }) => value === 'password'))
        found.push('a field for a password');
      if (
        node.tagName === 'meta' &&
        node.attrs.some(({ name, value }) => name === 'http-equiv' && value.toLowerCase() === 'refresh')
      )
        found.push('a page that leads elsewhere');
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
    if ('content' in node) walk(node.content);
  };
  walk(parse(html));
  return found;
}

/** Every public page that can be reached from here without leaving the board. */
async function crawl(start: string, board: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const open = [start, '/', '/boards', '/decisions', '/actions', '/calendar', '/publications'];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    if (pages.has(path)) continue;
    const response = await fetch(app.url + path);
    const body = await response.text();
    // A page that a later issue builds may be missing; one that fails may not.
    assert.ok(response.status < 500, `${path} answered ${response.status}`);
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    pages.set(path, body);
    for (const [, href = ''] of body.matchAll(/href="(\/[^"#?]*)/g))
      if (href.startsWith(`/boards/${board}`)) open.push(href);
  }
  return pages;
}

test('what counts as dangerous is seen where it stands', () => {
  assert.ok(dangers(hostileHtml, false).length > 12, dangers(hostileHtml, false).join('\n'));
});

test('hostile HTML and Markdown: read, published, and harmless on every page and in the PDF', async () => {
  const pages = new Map<string, string>();
  for (const [name, text, day] of [
    ['"><script>alert(1)</script>.html', hostileHtml, '2026-03-10'],
    ['hostile.md', hostileMarkdown, '2026-03-17'],
  ] as const) {
    const { id, body } = await checkPage(await clerk.upload(name, text));
    assert.deepEqual(dangers(body, true), [], `the check page of ${name}`);
    const path = await publish(id);
    assert.equal(path, `/boards/hostile-board/meetings/${day}`);
    const pdf = new Uint8Array(await (await fetch(`${app.url}${path}/pack.pdf`)).arrayBuffer());
    const opened = await openPdf(pdf);
    for (let page = 1; page <= opened.pages; page += 1)
      for (const { url } of await opened.links(page))
        assert.ok(url === null || /^(https?|mailto):/.test(url), `a link in the PDF to ${url}`);
    assert.doesNotMatch(
      rawPdf(pdf),
      /\/JavaScript|\/JS[ (<]|\/Launch|\/OpenAction|\/EmbeddedFile|\/URI\s*\(\s*(?:javascript|vbscript|data):/i,
    );
    for (const [at, html] of await crawl(path, 'hostile-board')) pages.set(at, html);
  }
  assert.ok(pages.has('/boards/hostile-board/meetings/2026-03-10/pack'), [...pages.keys()].join(' '));
  for (const [path, html] of pages) assert.deepEqual(dangers(html, false), [], path);
  for (const path of ['/work', '/work/imports'])
    assert.deepEqual(dangers((await clerk.get(path)).body, true), [], path);
  // Nothing is lost for it: the words stand there as words, and the good link leads where it led.
  const pack = pages.get('/boards/hostile-board/meetings/2026-03-10/pack') ?? '';
  for (const words of ['the plain link', 'the broken link', '&lt;script>', 'href="https://example.org/good"', 'Travel'])
    assert.ok(pack.replaceAll('&gt;', '>').includes(words), words);
  const second = pages.get('/boards/hostile-board/meetings/2026-03-17/pack') ?? '';
  for (const words of ['the plain link', '#eval(', '/etc/passwd']) assert.ok(second.includes(words), words);
});

test('right-to-left text and emoji are read, published and typeset', async () => {
  const text = `# لجنة الشباب 🎉

Agenda

Tuesday, 24 March 2026
11.00 am

| Item | Page |
|---|---|
| 1. שלום לכולם 👩‍👩‍👧 | |
| 2. أماكن الصيف | 1 - 2 |

أماكن الصيف

Purpose of Report

For discussion.

Background

1. مرحبا بكم في الاجتماع 🎉 اليوم، و\u202eمعكوس\u202c.

2. ברוכים הבאים 👨‍👩‍👧‍👦 🇬🇧 ${'🎉'.repeat(400)}

3. ${'é\u0301'.repeat(300)} Ŵyddgrug, naïve, 漢字.
`;
  const { id, body } = await checkPage(await clerk.upload('rtl-🎉.md', text));
  assert.ok(body.includes('أماكن الصيف') && body.includes('👩‍👩‍👧'));
  // No word of the text says "board" in English: the clerk gives its name, as it stands there.
  assert.equal(
    (
      await clerk.post(`/work/imports/${id}/meeting`, {
        board: 'لجنة الشباب 🎉',
        date: '2026-03-24',
        start: '11:00',
        place: '',
        mode: '',
      })
    ).status,
    303,
  );
  const path = await publish(id);
  const pack = await (await fetch(`${app.url}${path}/pack`)).text();
  for (const words of ['שלום לכולם', 'مرحبا بكم في الاجتماع', '👨‍👩‍👧‍👦', '漢字']) assert.ok(pack.includes(words), words);
  const pdf = await fetch(`${app.url}${path}/pack.pdf`);
  assert.equal(pdf.status, 200);
  assert.ok((await openPdf(new Uint8Array(await pdf.arrayBuffer()))).pages > 0);
});
