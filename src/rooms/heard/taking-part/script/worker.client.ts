/**
 * The worker that answers while there is no connection: start pages of class sessions and links, what they ask, and the files they need. It
 * keeps no answer, no question page of somebody, no card's page: those belong to one person.
 */

export {};

interface FetchLike extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Extendable {
  readonly data: { readonly hold?: string; readonly what?: unknown; readonly want?: string; readonly forget?: string };
  readonly ports: readonly MessagePort[];
}
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(name: string, hear: (event: never) => void): void;
};
const shelf = 'kept-take-1';
const keptAtMost = 150;
/** Milliseconds. */
const patience = 8000;

worker.addEventListener('install', (event: Extendable) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event: Extendable) => event.waitUntil(worker.clients.claim()));

/** Codes of eight signs are a class's or a link's; nine are one person's card. */
function mayKeep({ pathname }: URL): boolean {
  return /^\/take\/[^/]{8}(\/pages)?$/.test(pathname) || isForever(pathname);
}

/** Files and recordings are named by their content: what is here is right. */
function isForever(pathname: string): boolean {
  return pathname.startsWith('/assets/') || pathname.startsWith('/take/sounds/');
}

async function keep(request: Request, answer: Response): Promise<void> {
  const cache = await caches.open(shelf);
  await cache.put(request, answer);
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(0, all.length - keptAtMost))) await cache.delete(old);
}

/** Only a page that begins something, and what it asks: "closed" must not come back tomorrow. */
async function isBeginning(answer: Response): Promise<boolean> {
  return (answer.headers.get('content-type') ?? '').includes('json') || (await answer.text()).includes('data-pages=');
}

async function answered(request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (isForever(url.pathname)) {
    const found = await caches.match(request);
    if (found) return found;
  }
  // Without its language a class's page is its page all the same.
  const kept = async (): Promise<Response | undefined> =>
    (await caches.match(request)) ??
    (url.pathname.endsWith('/pages') ? undefined : caches.match(request, { ignoreSearch: true }));
  const fetched = fetch(request).then(async (answer) => {
    if (answer.status === 200 && (isForever(url.pathname) || (await isBeginning(answer.clone()))))
      await keep(request, answer.clone());
    return answer;
  });
  try {
    // A line that is there and brings nothing is no line: after some seconds what was kept is shown.
    const first = await Promise.race([
      fetched,
      new Promise<undefined>((settle) => setTimeout(settle, patience, undefined)),
    ]);
    return first ?? (await kept()) ?? (await fetched);
  } catch (problem) {
    const found = await kept();
    if (found) return found;
    throw problem;
  } finally {
    fetched.catch(() => undefined);
  }
}

/**
 * What a page had that is being loaded again: held in memory for a minute, written nowhere, and gone when the attempt ends. Whoever asks knows the
 * number of the attempt, which stands in the history of its tab alone.
 */
const held = new Map<string, unknown>();
/** Milliseconds. */
const heldFor = 60_000;

worker.addEventListener('message', (event: Told) => {
  const { hold, what, want, forget } = event.data;
  if (forget !== undefined) held.delete(forget);
  if (want !== undefined) event.ports[0]?.postMessage(held.get(want) ?? null);
  if (hold === undefined) return;
  held.set(hold, what);
  event.waitUntil(
    new Promise((settle) => setTimeout(settle, heldFor)).then(
      () => void (held.get(hold) === what && held.delete(hold)),
    ),
  );
});

worker.addEventListener('fetch', (event: FetchLike) => {
  const { request } = event;
  if (request.method === 'GET' && mayKeep(new URL(request.url))) event.respondWith(answered(request));
});
