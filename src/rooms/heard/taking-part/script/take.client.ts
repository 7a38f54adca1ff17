/**
 * What helps whoever takes part, without being needed: a count of what was ticked, reading aloud, and what waits on this device to be
 * sent. Loads the offline part once a survey is on the screen. Written for any browser of the last years; no library.
 */

import { filled } from '#base/language/filled.js';
import { allWaiting } from './parts/unsent.client.js';

declare global {
  interface Window {
    /** What the offline part finds of this one. */
    keptTake?: { readonly tools: HTMLElement; readonly dress: () => void; readonly showUnsent: () => Promise<void> };
  }
}

const tools = document.getElementById('tools');

function words(name: string, values: Readonly<Record<string, string | number>> = {}): string {
  return filled(tools?.dataset[name] ?? '', values);
}

/** How many are ticked, said politely; nothing is ever switched off (reference listening 1.2: choose up to N). */
function countTicks(): void {
  for (const set of document.querySelectorAll<HTMLElement>('[data-at-most]')) {
    if (set.querySelector('.take__count')) continue;
    const count = document.createElement('p');
    count.className = 'take__count';
    count.setAttribute('aria-live', 'polite');
    const show = (): void => {
      const number = set.querySelectorAll('input:checked').length;
      const total = Number(set.dataset['atMost']);
      count.textContent = words('chosen', { number, total });
      count.classList.toggle('take__count--over', number > total);
    };
    set.append(count);
    set.addEventListener('change', show);
    show();
  }
}

/** The question as somebody would read it out: its words, its hint, its answers in the order on the screen. */
function spokenText(form: HTMLElement): string {
  return [...form.querySelectorAll('legend, h1, .govuk-label, .govuk-hint, .take__free > p')]
    .filter((part) => !part.parentElement?.closest('legend, h1, .govuk-label'))
    .map((part) => part.textContent?.trim() ?? '')
    .filter((text) => text !== '')
    .join('. ');
}

/** Browsers fill the list of voices some time after the page. */
function voiceFor(language: string): SpeechSynthesisVoice | null {
  const short = language.split('-')[0] ?? language;
  // A voice on the device itself: with another one the question would travel to somebody else's server.
  return (
    speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(short)) ??
    null
  );
}

function readAloud(): void {
  const form = document.querySelector<HTMLElement>('.take__form');
  if (!form || !('speechSynthesis' in window) || form.querySelector('.take__read')) return;
  const language = document.documentElement.lang;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary take__read';
  // Kept's own words, where the page is in a language that it does not speak.
  button.lang = document.getElementById('tools')?.lang ?? '';
  if (button.lang === '') button.removeAttribute('lang');
  button.textContent = words('read');
  const quiet = (): void => {
    button.textContent = words('read');
  };
  button.addEventListener('click', () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(spokenText(form));
    const voice = voiceFor(language);
    if (voice) utterance.voice = voice;
    utterance.lang = language;
    utterance.rate = 0.9;
    utterance.onend = utterance.onerror = quiet;
    speechSynthesis.speak(utterance);
    button.textContent = words('quiet');
  });
  const place = (): void => {
    if (voiceFor(language) && !button.isConnected) form.prepend(button);
  };
  place();
  speechSynthesis.addEventListener('voiceschanged', place);
}

function dress(): void {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
  countTicks();
  readAloud();
}

interface Unsent {
  /** Go off by themselves once there is a connection. */
  readonly waiting: number;
  readonly refused: number;
}

const nothing: Unsent = { waiting: 0, refused: 0 };

/** Records lie sealed in a store of this site; the offline part writes them. Without the store there is nothing to count. */
async function unsent(): Promise<Unsent> {
  if (
    !('indexedDB' in window) ||
    !(
      (await indexedDB.databases?.().then(
        (all) => all.some(({ name }) => name === 'kept'),
        () => true,
      )) ?? true
    )
  )
    return nothing;
  const all = await allWaiting();
  const refused = all.filter((one) => one.refused !== undefined).length;
  return { waiting: all.length - refused, refused };
}

async function showUnsent(): Promise<void> {
  const place = document.getElementById('unsent');
  if (!place) return;
  // A browser that blocks cookies refuses its stores, too.
  const { waiting, refused } = await unsent().catch(() => nothing);
  place.hidden = waiting + refused === 0;
  const said = place.querySelector('p');
  if (said) said.textContent = waiting === 1 ? words('unsentOne') : words('unsentMany', { number: waiting });
  // What was refused does not go off when a connection is back.
  for (const part of [said, document.getElementById('send-now')]) if (part) part.hidden = waiting === 0;
  if (waiting + refused > 0) await offline();
}

let loading: Promise<void> | null = null;

/** Loads the offline part: where browsers have what it needs, and only in a safe context (https, or this machine). */
function offline(): Promise<void> {
  const address = document.getElementById('take-script')?.dataset['offline'];
  if (!address || !window.isSecureContext || !crypto.subtle || !('indexedDB' in window)) return Promise.resolve();
  return (loading ??= new Promise((settle) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = script.onerror = () => settle();
    document.head.append(script);
  }));
}

/** As the worker keeps it (worker.client.ts); a card's page belongs to one person and is kept nowhere. */
async function layDown(start: HTMLElement): Promise<void> {
  const { pathname, search } = window.location;
  if (!/^\/take\/[^/]{8}$/.test(pathname)) return;
  const files = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) => href);
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src);
  const later = document.getElementById('take-script')?.dataset['offline'];
  await (
    await caches.open('kept-take-1')
  ).addAll([
    ...new Set(
      [pathname + search, start.dataset['pages'] ?? '', later ?? '', ...files, ...scripts]
        .filter((address) => address !== '')
        .map((address) => new URL(address, location.href).href),
    ),
  ]);
  start.dataset['kept'] = 'yes';
}

if (tools) {
  window.keptTake = { tools, dress, showUnsent };
  dress();
  void showUnsent();
  // After everything that the page itself needs.
  const start = document.querySelector<HTMLElement>('form[data-pages]');
  // A page that is loaded again in the middle finds its way back.
  if (start || (history.state as { run?: string } | null)?.run) {
    if (document.readyState === 'complete') void offline();
    else window.addEventListener('load', () => void offline());
  }
  // What a browser took out of its memory is asked for again.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  if (start) {
    if (navigator.serviceWorker) {
      navigator.serviceWorker
        .register('/take/worker.js', { scope: '/take/' })
        .then(() => navigator.serviceWorker.ready)
        // The worker comes after the page that called it: what that page needs is laid down here, so that the next person can begin without a connection.
        .then(() => layDown(start))
        .catch(() => undefined);
    }
  }
}
