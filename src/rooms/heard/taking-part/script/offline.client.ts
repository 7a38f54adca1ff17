/**
 * Taking part while the connection comes and goes. The survey is fetched whole before the first question; answers stay in the memory of this
 * page and nowhere else until the end, then they are sealed under the survey's public key, laid down on the device and sent. What lies there
 * can be read by nobody who holds the device, the next child and the teacher included (reference listening 4.4).
 */

export {};

interface Bundled {
  readonly key: string;
  readonly kind: string;
  readonly when: { readonly item: string; readonly options: readonly string[] } | null;
  readonly atMost: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly textAtMost: number | null;
  /** Keys of answers and, after them, of what is not one. */
  readonly answers: readonly string[];
  readonly rest: readonly string[];
  /** The page of this question, as the server would send it. */
  readonly html: string;
}

interface Bundle {
  readonly survey: string;
  readonly publicKey: string;
  readonly code: string;
  readonly kind: string;
  /** Of a class session: that this device was there before its end. */
  readonly ticket?: string;
  readonly audience: string;
  readonly direction: string;
  readonly language: string;
  readonly title: string;
  readonly items: readonly Bundled[];
  readonly pages: Readonly<Record<'send' | 'thanks' | 'waiting' | 'left' | 'refused' | 'gone', string>>;
  readonly words: Readonly<
    Record<
      | 'progress'
      | 'information'
      | 'sendSome'
      | 'error'
      | 'tooMany'
      | 'notANumber'
      | 'outOfBounds'
      | 'tooLong'
      | 'noStore'
      | 'passed'
      | 'goOnTitle'
      | 'goOn'
      | 'begunGo'
      | 'noOtherLanguage',
      string
    >
  >;
  /** What the script of every page says (take.client.ts). */
  readonly tools: Readonly<Record<string, string>>;
  /** 64 words for receipts. */
  readonly things: readonly string[];
}

type Answer = string | number | readonly string[];

/** What a page hands over to the one that it becomes when it is loaded again. */
interface Held {
  readonly bundle: Bundle;
  readonly seat: string | null;
  readonly submission: string;
  readonly seed: number;
  readonly given: readonly (readonly [string, Answer])[];
  readonly hasPassed: boolean;
}

/** What an entry of the history knows: whose it is, and the how many-eth page of the way. Nothing of an answer. */
interface Entry {
  readonly run: string;
  readonly step: number;
}

interface Record_ {
  readonly id: string;
  readonly survey: string;
  readonly sealed: string;
  /** Why it was refused; it stays until somebody saves it and throws it away. */
  readonly refused?: string;
}

const take = window.keptTake;
const main = document.getElementById('content');

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
}

function random(bytes: number): string {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

// The store of what waits

function store(): Promise<IDBDatabase> {
  return new Promise((settle, fail) => {
    const asked = indexedDB.open('kept', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('unsent', { keyPath: 'id' });
    asked.onsuccess = () => settle(asked.result);
    asked.onerror = () => fail(asked.error ?? new Error('no store'));
  });
}

async function inStore<T>(mode: IDBTransactionMode, work: (records: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await store();
  try {
    return await new Promise((settle, fail) => {
      const transaction = database.transaction('unsent', mode, { durability: 'strict' });
      const request = work(transaction.objectStore('unsent'));
      // Not before the store says that it is safe.
      transaction.oncomplete = () => settle(request.result);
      transaction.onerror = transaction.onabort = () => fail(transaction.error ?? new Error('not stored'));
    });
  } finally {
    database.close();
  }
}

// Sealing: P-256, HKDF-SHA-256, AES-256-GCM, as envelope.ts opens it

async function sealed(survey: string, publicKey: string, text: string): Promise<string> {
  const theirs = bytesOf(publicKey);
  const recipient = await crypto.subtle.importKey('raw', theirs, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
  const mine = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const own = new Uint8Array(await crypto.subtle.exportKey('raw', mine.publicKey));
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: recipient }, mine.privateKey, 256);
  const secret = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  const salt = new Uint8Array([...own, ...theirs]);
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(`kept envelope ${survey}`) },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const closed = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, new TextEncoder().encode(text)),
  );
  return base64url(new Uint8Array([...own, ...nonce, ...closed]));
}

// Sending: once and only once, for the same envelope is the same submission

type Sent = { readonly arrived: readonly number[] } | { readonly refused: string } | 'later';

async function send({ survey, sealed: envelope }: Pick<Record_, 'survey' | 'sealed'>): Promise<Sent> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 20_000);
  try {
    const answer = await fetch('/take/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ survey, sealed: envelope }),
      signal: stop.signal,
      cache: 'no-store',
    });
    const told: { outcome?: string; receipt?: readonly number[] } = await answer.json().catch(() => ({}));
    if (answer.status === 200 && told.outcome === 'accepted') return { arrived: told.receipt ?? [] };
    // A class session may be given more places; a machine that is busy will not be for ever.
    if (told.outcome === undefined || ['full', 'busy', 'not yet'].includes(told.outcome)) return 'later';
    return { refused: told.outcome };
  } catch {
    return 'later';
  } finally {
    clearTimeout(timer);
  }
}

async function sendOne(record: Record_): Promise<Sent> {
  const sent = await send(record);
  if (sent !== 'later' && 'arrived' in sent) await inStore('readwrite', (records) => records.delete(record.id));
  else if (sent !== 'later') await inStore('readwrite', (records) => records.put({ ...record, refused: sent.refused }));
  return sent;
}

/** Pages that say that something waits, by the record that does. */
const waits = new Map<string, (sent: Exclude<Sent, 'later'>) => void>();

let sending: Promise<void> | null = null;

/** Everything that waits and was not refused, one after the other. Two tabs may do it at once: it counts once all the same. */
function sendAll(): Promise<void> {
  return (sending ??= (async () => {
    for (const record of (await inStore('readonly', (records) => records.getAll())) as readonly Record_[]) {
      if (record.refused !== undefined) continue;
      const sent = await sendOne(record);
      if (sent === 'later') break;
      waits.get(record.id)?.(sent);
      waits.delete(record.id);
    }
    await take?.showUnsent();
    await showRefused();
  })().finally(() => {
    sending = null;
  }));
}

async function showRefused(): Promise<void> {
  const refused = ((await inStore('readonly', (records) => records.getAll())) as readonly Record_[]).some(
    (record) => record.refused !== undefined,
  );
  const place = document.getElementById('unsent');
  for (const part of place?.querySelectorAll<HTMLElement>('[data-refused]') ?? []) part.hidden = !refused;
}

/** All that waits in one file, still sealed: whoever leads the survey can hand it in from any machine. */
async function saveToFile(): Promise<void> {
  const records = (await inStore('readonly', (all) => all.getAll())) as readonly Record_[];
  const text = JSON.stringify({
    format: 'kept-unsent/1',
    answers: records.map(({ survey, sealed: envelope }) => ({ survey, sealed: envelope })),
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'kept-unsent-answers.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Only what was refused, and only when somebody says so. */
async function throwAway(): Promise<void> {
  for (const record of (await inStore('readonly', (records) => records.getAll())) as readonly Record_[]) {
    if (record.refused !== undefined) await inStore('readwrite', (records) => records.delete(record.id));
  }
  await take?.showUnsent();
  await showRefused();
}

// The memory of the worker: it holds for a minute what a page had that is loaded again, and writes it nowhere

let holder: ServiceWorker | null = null;

async function findHolder(): Promise<ServiceWorker | null> {
  const ready = navigator.serviceWorker?.ready.then(({ active }) => active);
  holder = (await Promise.race([ready, new Promise<null>((settle) => setTimeout(settle, 1500, null))])) ?? null;
  return holder;
}

async function heldFor(run: string): Promise<Held | null> {
  const worker = await findHolder();
  if (!worker) return null;
  const { port1, port2 } = new MessageChannel();
  return new Promise((settle) => {
    port1.onmessage = ({ data }: MessageEvent<Held | null>) => settle(data);
    worker.postMessage({ want: run }, [port2]);
    setTimeout(settle, 1500, null);
  });
}

// The way through the questions; as walk.ts, answers.ts and order.ts have it

function mixed(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function shuffled(list: readonly string[], seed: number): readonly string[] {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [result[last], result[other]] = [result[other] as string, result[last] as string];
  }
  return result;
}

/** Runs an attempt in this page. `held`: as it was before the page was loaded again. `entry`: where in the history this page stands. */
function run(
  first: Bundle,
  seat: string | null,
  held: Held | null = null,
  entry: Entry = { run: random(9), step: 0 },
): void {
  let bundle = first;
  const given = new Map<string, Answer>(held?.given);
  let seed = held?.seed ?? crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
  let submission = held?.submission ?? random(16);
  let hasPassed = held?.hasPassed ?? false;
  let hasEnded = false;
  let at = -1;
  // The page as it was before the first question, for whoever goes back to it.
  const beginning = {
    title: document.title,
    nodes: [...(main?.childNodes ?? [])].filter((node) => node !== take?.tools),
  };
  if (!holder) void findHolder();

  // A seat that is not heard of for a while is given to somebody else, and at once when this page is left.
  let mayLeave = seat !== null;
  const seatIs = (wish: 'take' | 'leave'): boolean =>
    navigator.sendBeacon?.(
      `/take/${bundle.code}/seat`,
      new Blob([JSON.stringify({ [wish]: seat })], { type: 'application/json' }),
    ) ?? false;
  if (seat !== null) {
    const beat = setInterval(() => (mayLeave ? void seatIs('take') : clearInterval(beat)), 300_000);
    window.addEventListener('pagehide', () => void (mayLeave && seatIs('leave')));
    window.addEventListener('pageshow', (event) => void (event.persisted && mayLeave && seatIs('take')));
  }

  const isAsked = ({ when }: Bundled): boolean => {
    if (!when) return true;
    const before = given.get(when.item);
    const chosen = typeof before === 'string' ? [before] : Array.isArray(before) ? (before as readonly string[]) : [];
    return when.options.some((option) => chosen.includes(option));
  };
  /** An answer to a question that is asked no more goes with the question. */
  const drop = (): void => {
    for (const item of bundle.items) if (!isAsked(item)) given.delete(item.key);
  };
  const questions = (): readonly Bundled[] => bundle.items.filter(({ kind }) => kind !== 'information');
  const stepOf = (place: number): number =>
    bundle.items.filter((item, index) => index < place && isAsked(item)).length + 1;
  const placeOf = (step: number): number =>
    bundle.items.flatMap((item, index) => (isAsked(item) ? [index] : []))[step - 1] ?? bundle.items.length;

  function show(html: string, title: string): void {
    if (!main || !take) return;
    const { tools } = take;
    main.innerHTML = html;
    main.append(tools);
    document.title = `${title} – ${bundle.title} - Kept`;
    document.documentElement.lang = bundle.language;
    document.documentElement.dir = bundle.direction;
    Object.assign(tools.dataset, bundle.tools);
    take.dress();
    window.scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }

  function arrange(item: Bundled): void {
    if (!main || item.kind !== 'choose') return;
    const inputs = [...main.querySelectorAll<HTMLInputElement>('input[name="answer"]')];
    const list = inputs[0]?.closest('.govuk-checkboxes');
    if (!list) return;
    for (const key of [...shuffled(item.answers, mixed(seed, item.key)), ...item.rest]) {
      const row = inputs.find((input) => input.value === key)?.closest('.govuk-checkboxes__item');
      if (row) list.append(row);
    }
  }

  function putBack(item: Bundled): void {
    const value = given.get(item.key);
    if (value === undefined || !main) return;
    for (const control of main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[name="answer"]')) {
      if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox'))
        control.checked = Array.isArray(value) ? value.includes(control.value) : value === control.value;
      else control.value = String(value);
    }
  }

  /** Shows a place. `isNew`: it becomes an entry of the history; its address and what it knows say nothing of an answer. */
  function stand(place: number, isNew = true): void {
    at = place;
    if (isNew) history.pushState({ run: entry.run, step: stepOf(at) } satisfies Entry, '');
    const item = bundle.items[at];
    if (!item) {
      show(bundle.pages.send, '');
      document.title = `${main?.querySelector('h1')?.textContent ?? ''} – ${bundle.title} - Kept`;
      const said = main?.querySelector('.take__answered');
      if (said)
        said.textContent = filled(bundle.words.sendSome, {
          number: given.size,
          total: questions().filter(isAsked).length,
        });
    } else {
      // As on paper: neither number changes with an answer.
      const [number, total] = [
        bundle.items.filter(({ kind }, index) => kind !== 'information' && index <= at).length,
        questions().length,
      ];
      const progress =
        item.kind === 'information' ? bundle.words.information : filled(bundle.words.progress, { number, total });
      show(item.html, progress);
      const said = main?.querySelector('.take__progress');
      if (said) said.textContent = progress;
      const bar = main?.querySelector('progress');
      if (bar) [bar.max, bar.value] = [total, number];
      arrange(item);
      putBack(item);
      take?.dress();
    }
    const back = main?.querySelector<HTMLButtonElement>('button[value="back"]');
    if (back) back.hidden = before() === null;
  }

  const after = (): number => {
    const next = bundle.items.findIndex((item, place) => place > at && isAsked(item));
    return next === -1 ? bundle.items.length : next;
  };
  function before(): number | null {
    for (let place = at - 1; place >= 0; place -= 1) if (isAsked(bundle.items[place] as Bundled)) return place;
    return null;
  }

  /** What stands in the form; a message where it cannot be taken. */
  function typed(
    form: HTMLFormElement,
    item: Bundled,
  ): { readonly value: Answer | null } | { readonly message: string } {
    const values = new FormData(form).getAll('answer').map(String);
    if (item.kind === 'choose') {
      if (item.atMost !== null && values.length > item.atMost)
        return { message: filled(bundle.words.tooMany, { number: item.atMost }) };
      return { value: values.length > 0 ? values : null };
    }
    const text = (values[0] ?? '').trim();
    if (text === '') return { value: null };
    if (item.kind === 'number') {
      const western = text
        .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
        .replace('−', '-');
      if (!/^-?\d{1,15}$/.test(western)) return { message: bundle.words.notANumber };
      const number = Number(western);
      if (number < (item.least ?? -1e9) || number > (item.most ?? 1e9))
        return { message: filled(bundle.words.outOfBounds, { least: item.least ?? -1e9, most: item.most ?? 1e9 }) };
      return { value: number };
    }
    if (item.textAtMost !== null && text.replace(/\r\n/g, '\n').length > item.textAtMost)
      return { message: filled(bundle.words.tooLong, { number: item.textAtMost }) };
    return { value: text };
  }

  function refuse(form: HTMLFormElement, message: string): void {
    form.querySelector('#answer-error')?.remove();
    const said = document.createElement('p');
    said.id = 'answer-error';
    said.className = 'govuk-error-message';
    said.setAttribute('role', 'alert');
    said.textContent = `${bundle.words.error}: ${message}`;
    const group = form.querySelector('.govuk-form-group');
    group?.classList.add('govuk-form-group--error');
    (
      group?.querySelector('.govuk-checkboxes, .govuk-radios, input, textarea') ??
      form.querySelector('.govuk-button-group')
    )?.before(said);
    const control = form.querySelector<HTMLElement>('[name="answer"]');
    const described = control?.closest('fieldset') ?? control;
    described?.setAttribute(
      'aria-describedby',
      `${described.getAttribute('aria-describedby') ?? ''} answer-error`.trim(),
    );
    if (!document.title.startsWith(bundle.words.error)) document.title = `${bundle.words.error}: ${document.title}`;
    control?.focus();
  }

  async function finish(): Promise<void> {
    drop();
    const body = {
      code: bundle.code,
      ...(seat === null ? {} : { seat }),
      ...(bundle.ticket === undefined ? {} : { ticket: bundle.ticket }),
      submission,
      audience: bundle.audience,
      language: bundle.language,
      seed,
      given: Object.fromEntries(given),
    };
    const record: Record_ = {
      id: random(16),
      survey: bundle.survey,
      sealed: await sealed(bundle.survey, bundle.publicKey, JSON.stringify(body)),
    };
    // First on the device, then away: whatever happens in between, it is there.
    const isStored = await inStore('readwrite', (records) => records.add(record)).then(
      () => true,
      () => false,
    );
    const sent = isStored ? await sendOne(record) : await send(record);
    if (!isStored && sent === 'later') throw new Error('neither stored nor sent');
    // What waits here still needs its seat.
    mayLeave = false;
    ends();
    navigator.storage?.persist?.().catch(() => undefined);
    // When the line is back this page says so.
    if (sent === 'later') waits.set(record.id, say);
    say(sent);
    await take?.showUnsent();
    await showRefused().catch(() => undefined);
  }

  /** Nothing of the attempt is left in this page, and no key of the browser brings it back. */
  function ends(): void {
    hasEnded = true;
    given.clear();
    holder?.postMessage({ forget: entry.run });
  }

  function say(sent: Sent): void {
    const page = sent === 'later' ? 'waiting' : 'arrived' in sent ? 'thanks' : 'refused';
    show(bundle.pages[page], '');
    document.title = `${main?.querySelector('h1')?.textContent ?? ''} – ${bundle.title} - Kept`;
    if (sent !== 'later' && 'arrived' in sent) {
      const words = main?.querySelectorAll('.take__receipt li') ?? [];
      for (const [place, word] of [...words].entries())
        word.textContent = bundle.things[sent.arrived[place] ?? 0] ?? '';
    }
  }

  async function leave(): Promise<void> {
    ends();
    if (mayLeave) seatIs('leave');
    mayLeave = false;
    show(bundle.pages.left, '');
    document.title = `${main?.querySelector('h1')?.textContent ?? ''} - Kept`;
  }

  /** Puts what stands in the form into the attempt; what cannot be taken stays behind. */
  function keep(): void {
    const form = main?.querySelector<HTMLFormElement>('.take__form');
    const item = bundle.items[at];
    if (!form || !item || hasEnded) return;
    const answer = typed(form, item);
    if ('message' in answer) return;
    if (answer.value === null) given.delete(item.key);
    else given.set(item.key, answer.value);
    drop();
  }

  /** Before the first question again: the answers are still here, and whoever stands here says what becomes of them. */
  function standBefore(): void {
    if (!main || !take) return;
    at = -1;
    const told = document.createElement('section');
    told.className = 'take__go-on';
    const title = document.createElement('h2');
    title.textContent = bundle.words.goOnTitle;
    const button = (text: string, kind: string, work: () => void): HTMLButtonElement => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = `govuk-button ${kind}`;
      made.textContent = text;
      made.addEventListener('click', work);
      return made;
    };
    told.append(
      title,
      button(bundle.words.goOn, '', () => stand(after())),
      button(bundle.words.begunGo, 'govuk-button--secondary', () => {
        given.clear();
        submission = random(16);
        seed = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
        stand(after());
      }),
    );
    main.replaceChildren(told, ...beginning.nodes, take.tools);
    for (const form of main.querySelectorAll('form')) form.hidden = true;
    document.title = beginning.title;
    main.focus({ preventScroll: true });
  }

  async function speak(form: HTMLFormElement, language: string): Promise<void> {
    try {
      const answer = await fetch(`/take/${bundle.code}/pages?language=${encodeURIComponent(language)}`);
      if (!answer.ok) throw new Error('no such pages');
      const { ticket: _, ...fresh }: Bundle = await answer.json();
      bundle = { ...fresh, ...(bundle.ticket === undefined ? {} : { ticket: bundle.ticket }) };
      stand(at, false);
    } catch {
      refuse(form, bundle.words.noOtherLanguage);
    }
  }

  window.addEventListener('popstate', ({ state }: PopStateEvent) => {
    const to = state as Entry | null;
    if (hasEnded) {
      show(bundle.pages.gone, '');
      document.title = `${main?.querySelector('h1')?.textContent ?? ''} - Kept`;
      return;
    }
    keep();
    if (to?.run === entry.run && to.step > 0) stand(placeOf(to.step), false);
    else standBefore();
  });
  window.addEventListener('pagehide', () => {
    // The next page at this address may be this one, loaded again. Whatever the browser keeps of it shows nothing.
    keep();
    if (!hasEnded)
      (navigator.serviceWorker?.controller ?? holder)?.postMessage({
        hold: entry.run,
        what: { bundle, seat, submission, seed, given: [...given], hasPassed } satisfies Held,
      });
    main?.replaceChildren();
  });
  window.addEventListener('beforeunload', (event) => {
    // Without the worker's memory the browser asks before it throws away what was answered.
    if (!hasEnded && given.size > 0 && !holder && !navigator.serviceWorker?.controller) event.preventDefault();
  });

  main?.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('.take__form')) return;
    event.preventDefault();
    const go = (event.submitter as HTMLButtonElement | null)?.value ?? 'next';
    const item = bundle.items[at];
    if (go === 'stop') return void leave();
    if (go === 'send') {
      for (const button of form.querySelectorAll('button')) button.disabled = true;
      return void finish().catch(() => {
        // No store on the device and no connection: the answers stay here until "Send" is pressed again.
        for (const button of form.querySelectorAll('button')) button.disabled = false;
        refuse(form, bundle.words.noStore);
      });
    }
    const [, language] = /^in (.+)$/.exec(go) ?? [];
    if (go === 'back' || language !== undefined) {
      keep();
      return language === undefined ? history.back() : void speak(form, language);
    }
    if (item) {
      const answer = go === 'skip' ? { value: null } : typed(form, item);
      if ('message' in answer) return refuse(form, answer.message);
      if (answer.value === null) given.delete(item.key);
      else given.set(item.key, answer.value);
      drop();
      // Said once, kindly, and then taken.
      if (go === 'next' && answer.value === null && item.kind !== 'information' && !hasPassed) {
        hasPassed = true;
        const said = document.createElement('p');
        said.className = 'govuk-inset-text take__passed';
        said.setAttribute('role', 'status');
        form.querySelector('.govuk-button-group')?.before(said);
        said.textContent = bundle.words.passed;
        return;
      }
    }
    stand(after());
  });
  if (held === null) {
    history.replaceState(entry, '');
    stand(after());
  } else {
    if (mayLeave) seatIs('take');
    if (entry.step > 0) stand(placeOf(entry.step), false);
    else standBefore();
  }
}

// The beginning

async function begin(form: HTMLFormElement, bundle: Bundle): Promise<void> {
  let seat: string | null = null;
  if (bundle.kind !== 'cards') {
    seat = random(32);
    try {
      const answer = await fetch(`/take/${bundle.code}/seat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ take: seat }),
        signal: AbortSignal.timeout?.(8000) ?? null,
      });
      // Something that only the server can explain: its own page does.
      if (answer.status === 409 || answer.status === 429 || answer.status === 422) return form.submit();
    } catch {
      // No connection: the seat is taken when the answers arrive.
    }
  }
  run(bundle, seat);
}

async function prepare(form: HTMLFormElement): Promise<void> {
  const answer = await fetch(form.dataset['pages'] ?? '');
  if (!answer.ok) return;
  const bundle: Bundle = await answer.json();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    for (const button of form.querySelectorAll('button')) button.disabled = true;
    void begin(form, bundle);
  });
  form.dataset['ready'] = 'offline';
  // Recordings of a survey that a class will take, for when the line is gone (worker.client.ts keeps the rest).
  const sounds = new Set(bundle.items.flatMap(({ html }) => html.match(/\/take\/sounds\/\w+/g) ?? []));
  if (sounds.size > 0 && bundle.kind !== 'cards' && 'caches' in window)
    await (await caches.open('kept-take-1')).addAll([...sounds]).catch(() => undefined);
}

if (take) {
  document.getElementById('send-now')?.addEventListener('click', () => void sendAll());
  document.getElementById('save-file')?.addEventListener('click', () => void saveToFile());
  document.getElementById('throw-away')?.addEventListener('click', () => void throwAway());
  window.addEventListener('online', () => void sendAll().catch(() => undefined));
  // A line can come back without the browser's noticing.
  setInterval(
    () => void (document.getElementById('unsent')?.hidden === false && sendAll().catch(() => undefined)),
    20_000,
  );
  const start = document.querySelector<HTMLFormElement>('form[data-pages]');
  const entry = history.state as Entry | null;
  const held = typeof entry?.run === 'string' ? heldFor(entry.run) : Promise.resolve(null);
  void held.then((found) => {
    if (found && entry) return run(found.bundle, found.seat, found, entry);
    if (start) void prepare(start).catch(() => undefined);
  });
  void sendAll().catch(() => undefined);
}
