/**
 * Taking part while the connection comes and goes. The survey is fetched whole before the first question; answers stay in the memory of this
 * page and nowhere else until the end, then they are sealed under the survey's public key, laid down on the device and sent. What lies there
 * can be read by nobody who holds the device, the next child and the teacher included (reference listening 4.4).
 */

import { ok, type Result } from '#base/result.js';
import type { Bundle, BundledItem } from '../bundle.js';
import { filled } from '#base/language/filled.js';
import type { Answer, Given } from '../given-answers.js';
import { inOwnOrder } from '../option-order.js';
import { type AnswerProblem, checkAnswer, problemSentence } from '../rules.js';
import { answerTyped } from '../typed-answers.js';
import {
  answerTo,
  placeAfter,
  placeAt,
  placeBefore,
  progressAt,
  stepAt,
  stillAsked,
} from '../way-through-questions.js';
import { random, sealed } from './parts/sealed.client.js';
import {
  saveToFile,
  send,
  sendAll,
  sendOne,
  type Sent,
  showRefused,
  throwAway,
  waits,
} from './parts/sending.client.js';
import { inStore, type Waiting } from './parts/unsent.client.js';

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

const take = window.keptTake;
const main = document.getElementById('content');

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

/** Runs an attempt in this page. `held`: as it was before the page was loaded again. `entry`: where in the history this page stands. */
function run(
  first: Bundle,
  seat: string | null,
  held: Held | null = null,
  entry: Entry = { run: random(9), step: 0 },
): void {
  let bundle = first;
  let given: Given = Object.fromEntries(held?.given ?? []);
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

  /** Puts an answer into the attempt, or takes it out; what hung on it goes with it. */
  const answer = (item: BundledItem, value: Answer | null): void => {
    const { [item.key]: _, ...others } = given;
    given = stillAsked(bundle.items, value === null ? others : { ...others, [item.key]: value });
  };

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

  function arrange(item: BundledItem): void {
    if (!main || item.kind !== 'choose') return;
    const inputs = [...main.querySelectorAll<HTMLInputElement>('input[name="answer"]')];
    const list = inputs[0]?.closest('.govuk-checkboxes');
    if (!list) return;
    for (const key of [...inOwnOrder(item.answers, seed, item.key), ...item.rest]) {
      const row = inputs.find((input) => input.value === key)?.closest('.govuk-checkboxes__item');
      if (row) list.append(row);
    }
  }

  function putBack(item: BundledItem): void {
    const value = answerTo(item.key, given);
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
    if (isNew) history.pushState({ run: entry.run, step: stepAt(bundle.items, given, at) } satisfies Entry, '');
    const item = bundle.items[at];
    if (!item) {
      show(bundle.pages.send, '');
      document.title = `${main?.querySelector('h1')?.textContent ?? ''} – ${bundle.title} - Kept`;
      const said = main?.querySelector('.take__answered');
      if (said)
        said.textContent = filled(bundle.words.sendSome, {
          number: Object.keys(given).length,
          total: progressAt(bundle.items, given, at).asked,
        });
    } else {
      // As on paper: neither number changes with an answer.
      const { number, total } = progressAt(bundle.items, given, at);
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

  const after = (): number => placeAfter(bundle.items, given, at);
  const before = (): number | null => placeBefore(bundle.items, given, at);

  /** What stands in the form, as far as the question takes it. */
  function typed(form: HTMLFormElement, item: BundledItem): Result<Answer | null, AnswerProblem> {
    const value = answerTyped(new FormData(form).getAll('answer').map(String), item.kind);
    return value === undefined ? ok(null) : checkAnswer(item, [...item.answers, ...item.rest], value);
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
    const body = {
      code: bundle.code,
      ...(seat === null ? {} : { seat }),
      ...(bundle.ticket === undefined ? {} : { ticket: bundle.ticket }),
      submission,
      audience: bundle.audience,
      language: bundle.language,
      seed,
      given,
    };
    const record: Waiting = {
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
    given = {};
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
    const read = typed(form, item);
    if (read.ok) answer(item, read.value);
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
        given = {};
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
    if (to?.run === entry.run && to.step > 0) stand(placeAt(bundle.items, given, to.step), false);
    else standBefore();
  });
  window.addEventListener('pagehide', () => {
    // The next page at this address may be this one, loaded again. Whatever the browser keeps of it shows nothing.
    keep();
    if (!hasEnded)
      (navigator.serviceWorker?.controller ?? holder)?.postMessage({
        hold: entry.run,
        what: { bundle, seat, submission, seed, given: Object.entries(given), hasPassed } satisfies Held,
      });
    main?.replaceChildren();
  });
  window.addEventListener('beforeunload', (event) => {
    // Without the worker's memory the browser asks before it throws away what was answered.
    if (!hasEnded && Object.keys(given).length > 0 && !holder && !navigator.serviceWorker?.controller)
      event.preventDefault();
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
      const read = go === 'skip' ? ok(null) : typed(form, item);
      if (!read.ok) {
        const { says, values } = problemSentence(read.problem);
        return refuse(form, filled(bundle.words[says], values));
      }
      answer(item, read.value);
      // Said once, kindly, and then taken.
      if (go === 'next' && read.value === null && item.kind !== 'information' && !hasPassed) {
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
    if (entry.step > 0) stand(placeAt(bundle.items, given, entry.step), false);
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
