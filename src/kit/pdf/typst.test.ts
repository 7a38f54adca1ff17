import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { allTags, openPdf } from '#test/pdf.js';
import { fontDirectories } from './fonts.js';
import type { TypesetJob } from './messages.js';
import { closeTypesetter, typeset, typesetterPid } from './typst.js';

function job(main: string, data: unknown = {}): TypesetJob {
  const head = '#import "text.typ": *\n#set document(title: "A test")\n#show: legible\n';
  return {
    files: { 'main.typ': head + main },
    data: JSON.stringify(data),
    fonts: fontDirectories(),
    created: 1_772_496_000,
  };
}

const long = '#for n in range(40000) { [Paragraph #n of many. #lorem(60) #parbreak()] }';

describe('the typesetter', () => {
  after(closeTypesetter);

  test('gives a PDF, its pages and the answer of the same layout', async () => {
    const made = await typeset(
      job('#heading[One]#label("one")\n#pagebreak()\n#anchor("two") second page\n#answer-pages()'),
    );
    assert.equal(made.pages, 2);
    assert.deepEqual(made.answer, { one: 1, two: 2 });
    assert.equal(made.standard, 'ua-1');
    assert.equal((await openPdf(made.pdf)).ua, '1');
  });

  test('the same job gives the same bytes, in a new process too', async () => {
    const one = await typeset(job('= Same'));
    closeTypesetter();
    const other = await typeset(job('= Same'));
    assert.ok(Buffer.from(one.pdf).equals(Buffer.from(other.pdf)));
  });

  test('text is data: what looks like code comes out as it was written', async () => {
    const words = '#import "x" $x^2$ @ref *b* _i_ `c` <a> \\u{41} = H // c /* d */ ~ -- [ ] { }';
    const { pdf } = await typeset(job('#prose(json("data.json").words)', { words }));
    assert.equal(await (await openPdf(pdf)).text(1), words.replaceAll(' ', ''));
  });

  test('a character without a glyph becomes a box that carries it as its description', async () => {
    const made = await typeset(job('#prose(json("data.json").words)', { words: 'Fire 日本 and 👩‍👩‍👧 ok ✓' }));
    assert.equal(made.standard, 'ua-1');
    assert.ok(made.unprintable.includes('日') && made.unprintable.includes('👩'));
    assert.ok(!made.unprintable.includes('✓'), 'the tick has a glyph');
    const alts = allTags(await (await openPdf(made.pdf)).tags(1)).flatMap((tag) =>
      tag.role === 'Figure' ? [tag.alt] : [],
    );
    assert.deepEqual(alts, ['日本', '👩‍👩‍👧']);
  });

  test('what only the upright regular type can print is printed in it', async () => {
    const made = await typeset(job('*Tick ✓* _and ≥ 5_ #prose(json("data.json"))', 'שלום'));
    assert.equal(made.standard, 'ua-1');
    assert.deepEqual(made.unprintable, []);
  });

  test('a document that PDF/UA refuses comes out tagged, with the reason', async () => {
    const made = await typeset(job('= One\n=== Three'));
    assert.equal(made.standard, 'tagged');
    assert.match(made.refusal ?? '', /skipped from heading level 1 to 3/);
    assert.equal((await openPdf(made.pdf)).tagged, true);
  });

  test('a mistake in the template is an error with its words', async () => {
    await assert.rejects(
      typeset(job('#nothing-of-this-name')),
      /Typesetting failed: unknown variable: nothing-of-this-name/,
    );
  });

  test('jobs wait for each other and each gets its own document', async () => {
    const made = await Promise.all(['One', 'Two', 'Three'].map((word) => typeset(job(word))));
    for (const [at, word] of ['One', 'Two', 'Three'].entries())
      assert.equal(await (await openPdf(made[at]?.pdf ?? new Uint8Array())).text(1), word);
  });

  test('too long: the process is killed, the error says so, the next job is served', async () => {
    await assert.rejects(typeset(job(long), { timeout: 150 }), /longer than 0.15 seconds/);
    assert.equal((await typeset(job('Next'))).pages, 1);
  });

  test('cancelled before and during', async () => {
    await assert.rejects(typeset(job('x'), { signal: AbortSignal.abort() }), /cancelled/);
    const stop = new AbortController();
    const under = typeset(job(long), { signal: stop.signal });
    setTimeout(() => stop.abort(), 100);
    await assert.rejects(under, /cancelled/);
    assert.equal((await typeset(job('Next'))).pages, 1);
  });

  test('a crash in native code is an error of the one job', async () => {
    await typeset(job('Warm'));
    const under = typeset(job(long));
    const refused = assert.rejects(under, /ended unexpectedly \(SIGSEGV\)/);
    await pause(50);
    process.kill(typesetterPid() ?? 0, 'SIGSEGV');
    await refused;
    assert.equal((await typeset(job('Next'))).pages, 1);
  });

  test('killed between two jobs, it starts again', async () => {
    await typeset(job('Warm'));
    process.kill(typesetterPid() ?? 0, 'SIGKILL');
    while (typesetterPid() !== null) await pause(5);
    assert.equal((await typeset(job('Next'))).pages, 1);
  });

  test('does not keep a command alive', () => {
    const script = `
      const { typeset } = await import(${JSON.stringify(new URL('./typst.js', import.meta.url).href)});
      const made = await typeset({ files: { 'main.typ': 'x' }, data: '{}', fonts: [], created: 0 });
      console.log(made.pages);
    `;
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 15_000,
    });
    assert.equal(ran.status, 0, ran.stderr);
    assert.equal(ran.stdout.trim(), '1');
  });
});
