/**
 * Figures for whoever runs Kept, as OpenMetrics 1.0 text. A figure counts work, never people: nothing here has an address, a name or a code in its
 * labels, and what could count fewer than ten children is held back until it cannot (`heldBack`).
 */
import { statfs } from 'node:fs/promises';

export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Family {
  /** Without the ending that its type gives to samples. */
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'info';
  readonly help: string;
  readonly samples: readonly Sample[];
}

interface HistogramFamily {
  readonly name: string;
  readonly type: 'histogram';
  readonly help: string;
  readonly samples: readonly { readonly labels: Readonly<Record<string, string>>; readonly held: Held }[];
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function sample(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
}

const endings: Readonly<Record<Family['type'], string>> = { counter: '_total', gauge: '', info: '_info' };

function lines(family: Family | HistogramFamily): readonly string[] {
  const { name, type, help } = family;
  const head = [`# TYPE ${name} ${type}`, `# HELP ${name} ${escaped(help)}`];
  if (type !== 'histogram')
    return [
      ...head,
      ...family.samples.map(({ labels = {}, value }) => sample(`${name}${endings[type]}`, labels, value)),
    ];
  const rows = family.samples.flatMap(({ labels, held: { buckets, sum } }) => {
    let under = 0;
    const each = [...bounds, Number.POSITIVE_INFINITY].map((bound, at) =>
      sample(
        `${name}_bucket`,
        { ...labels, le: bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound) },
        (under += buckets[at] ?? 0),
      ),
    );
    return [
      ...each,
      sample(`${name}_count`, labels, under),
      sample(`${name}_sum`, labels, Math.round(sum * 1e6) / 1e6),
    ];
  });
  return [...head, ...rows];
}

export const openMetricsType = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

/** The whole text. */
export function openMetrics(families: readonly (Family | HistogramFamily)[]): string {
  return `${[...families.flatMap(lines), '# EOF'].join('\n')}\n`;
}

/** Seconds. */
const bounds = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10] as const;

interface Held {
  readonly buckets: readonly number[];
  readonly sum: number;
}

/** Kinds of page, as a reader would tell them apart; what is on the shelf is counted there. */
export const pageKinds = { public: 'public', work: 'workspace', door: 'sign-in', intake: 'taking part' } as const;
export type PageKind = (typeof pageKinds)[keyof typeof pageKinds] | 'other';

/**
 * So many requests of those who take part are shown together: ten children who send thirty each, or more. Whoever asks every second must not see
 * one child begin or end.
 */
const heldBack = 300;

interface Counted {
  readonly live: { buckets: number[]; sum: number; count: number; readonly answers: Map<string, number> };
  shown: Held & { readonly answers: ReadonlyMap<string, number> };
}

export interface Requests {
  count(kind: PageKind, status: number, seconds: number): void;
  families(): readonly (Family | HistogramFamily)[];
}

/** How many requests there were, how they were answered and how long it took, by kind of page. */
export function makeRequests(): Requests {
  const kinds = new Map<PageKind, Counted>();
  return {
    count(kind, status, seconds) {
      const empty = bounds.map(() => 0).concat(0);
      const counted = kinds.get(kind) ?? {
        live: { buckets: [...empty], sum: 0, count: 0, answers: new Map<string, number>() },
        shown: { buckets: empty, sum: 0, answers: new Map<string, number>() },
      };
      kinds.set(kind, counted);
      const { live } = counted;
      const at = bounds.findIndex((bound) => seconds <= bound);
      const place = at < 0 ? bounds.length : at;
      live.buckets[place] = (live.buckets[place] ?? 0) + 1;
      live.sum += seconds;
      live.count += 1;
      const group = `${Math.floor(status / 100)}xx`;
      live.answers.set(group, (live.answers.get(group) ?? 0) + 1);
      if (kind !== 'taking part' || live.count % heldBack === 0)
        counted.shown = { buckets: [...live.buckets], sum: live.sum, answers: new Map(live.answers) };
    },
    families: () => [
      {
        name: 'kept_request_seconds',
        type: 'histogram',
        help: `Time until an answer was sent, by kind of page. Those who take part are counted ${heldBack} requests at a time.`,
        samples: [...kinds].map(([kind, { shown }]) => ({ labels: { kind }, held: shown })),
      },
      {
        name: 'kept_requests',
        type: 'counter',
        help: 'Answers by kind of page and group of status.',
        samples: [...kinds].flatMap(([kind, { shown }]) =>
          [...shown.answers].map(([status, value]) => ({ labels: { kind, status }, value })),
        ),
      },
    ],
  };
}

/** Free bytes of the disk on which a folder lies; none where it cannot be asked. */
export async function diskFree(places: Readonly<Record<string, string>>): Promise<Family> {
  const samples: Sample[] = [];
  for (const [place, folder] of Object.entries(places)) {
    const found = await statfs(folder).catch(() => null);
    if (found) samples.push({ labels: { place }, value: found.bavail * found.bsize });
  }
  return {
    name: 'kept_disk_free_bytes',
    type: 'gauge',
    help: 'Free bytes of the disk of a folder of this Kept.',
    samples,
  };
}
