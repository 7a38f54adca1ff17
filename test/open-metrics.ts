/** Reads OpenMetrics 1.0 text as strictly as its specification is written, and refuses what a lenient reader would let pass. */
import assert from 'node:assert/strict';

export interface MetricSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface MetricFamily {
  readonly name: string;
  readonly type: string;
  readonly samples: readonly MetricSample[];
}

const nameForm = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const labelForm = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const endings: Readonly<Record<string, readonly string[]>> = {
  counter: ['_total', '_created'],
  gauge: [''],
  info: ['_info'],
  histogram: ['_bucket', '_count', '_sum', '_created'],
};

function labelsIn(text: string): readonly [labels: Readonly<Record<string, string>>, rest: string] {
  if (!text.startsWith('{')) return [{}, text];
  const labels: Record<string, string> = {};
  let at = 1;
  while (text[at] !== '}') {
    const equals = text.indexOf('="', at);
    assert.ok(equals > 0, text);
    const label = text.slice(at, equals);
    assert.match(label, labelForm);
    assert.ok(!(label in labels), `${label} twice: ${text}`);
    let value = '';
    for (at = equals + 2; text[at] !== '"'; at += 1) {
      assert.ok(at < text.length, text);
      if (text[at] === '\\') {
        at += 1;
        assert.ok(['\\', '"', 'n'].includes(text[at] ?? ''), text);
        value += text[at] === 'n' ? '\n' : text[at];
      } else value += text[at];
    }
    labels[label] = value;
    at += 1;
    if (text[at] === ',') {
      at += 1;
      assert.notEqual(text[at], '}', text);
    } else assert.equal(text[at], '}', text);
  }
  return [labels, text.slice(at + 1)];
}

function checkHistogram({ name, samples }: MetricFamily): void {
  const groups = Map.groupBy(samples, ({ labels }) =>
    JSON.stringify(Object.entries(labels).filter(([label]) => label !== 'le')),
  );
  for (const group of groups.values()) {
    const buckets = group.filter((one) => one.name === `${name}_bucket`);
    const bounds = buckets.map(({ labels }) =>
      labels['le'] === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels['le']),
    );
    assert.equal(bounds.at(-1), Number.POSITIVE_INFINITY, name);
    for (let at = 1; at < buckets.length; at += 1) {
      assert.ok((bounds[at] ?? 0) > (bounds[at - 1] ?? 0), `${name}: bounds rise`);
      assert.ok((buckets[at]?.value ?? 0) >= (buckets[at - 1]?.value ?? 0), `${name}: buckets hold those before them`);
    }
    assert.equal(
      group.find((one) => one.name === `${name}_count`)?.value,
      buckets.at(-1)?.value,
      `${name}: the count is the last bucket`,
    );
    assert.ok((group.find((one) => one.name === `${name}_sum`)?.value ?? -1) >= 0, name);
  }
}

export function readOpenMetrics(text: string): ReadonlyMap<string, MetricFamily> {
  assert.ok(text.endsWith('\n# EOF\n') || text === '# EOF\n', 'it ends with # EOF and a line feed');
  assert.ok(!text.includes('\r'));
  const families = new Map<string, { name: string; type: string; samples: MetricSample[]; told: Set<string> }>();
  const seen = new Set<string>();
  let open = { name: '', type: 'unknown', samples: [] as MetricSample[], told: new Set<string>() };
  for (const line of text.slice(0, -'# EOF\n'.length).split('\n').slice(0, -1)) {
    assert.notEqual(line, '', 'no empty line');
    if (line.startsWith('#')) {
      const [, what = '', name = '', rest = ''] = /^# (TYPE|HELP|UNIT) (\S+) (.*)$/.exec(line) ?? assert.fail(line);
      assert.match(name, nameForm);
      if (open.name !== name) {
        assert.ok(!families.has(name), `${name} stands in one place`);
        open = { name, type: 'unknown', samples: [], told: new Set() };
        families.set(name, open);
      }
      assert.equal(open.samples.length, 0, `${name}: its head stands before its samples`);
      assert.ok(!open.told.has(what), `${name}: ${what} once`);
      open.told.add(what);
      if (what === 'TYPE') open.type = rest;
      if (what === 'UNIT') assert.ok(name.endsWith(`_${rest}`), `${name} ends with its unit`);
      continue;
    }
    const nameEnd = line.search(/[{ ]/);
    const name = line.slice(0, nameEnd);
    assert.match(name, nameForm);
    const [labels, rest] = labelsIn(line.slice(nameEnd));
    assert.match(rest, /^ (?:[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Inf)|NaN)$/, line);
    const family = open;
    assert.ok(
      (endings[family.type] ?? []).some((ending) => name === family.name + ending),
      `${name} is a sample of ${family.name} (${family.type})`,
    );
    const key = JSON.stringify([name, Object.entries(labels).toSorted()]);
    assert.ok(!seen.has(key), `${line} once`);
    seen.add(key);
    const value = Number(rest.trim().replace('Inf', 'Infinity'));
    if (family.type === 'counter' || family.type === 'histogram') assert.ok(value >= 0 && !Number.isNaN(value), line);
    if (family.type === 'info') assert.equal(value, 1);
    family.samples.push({ name, labels, value });
  }
  for (const family of families.values()) {
    assert.ok(family.type in endings, `${family.name} has a type`);
    if (family.type === 'histogram') checkHistogram(family);
  }
  return families;
}
