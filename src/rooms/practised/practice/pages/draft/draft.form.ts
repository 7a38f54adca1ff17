/** The form of a spotlight: whatever was typed is the draft, and nothing of it is lost. */
import { areasAtMost, needKeys } from '../../rules.js';
import { evidenceLevels, type SpotlightDraft } from '../../words.js';

/** What a form sent, as a page reads it. */
export interface Sent {
  readonly get: (name: string) => string;
  readonly all: (name: string) => readonly string[];
}

/** Ends of lines as they are kept; what cannot be kept at all (U+0000, halves of characters) becomes a space or a mark. */
function kept(text: string): string {
  return text.replaceAll('\0', ' ').toWellFormed().replace(/\r\n?/g, '\n');
}

function oneLine(text: string): string {
  return kept(text).replace(/\s+/g, ' ').trim();
}

const themesAtMost = 40;
const ownNeedsAtMost = 12;

export function readSpotlight({ get, all }: Sent): SpotlightDraft {
  const text = (name: string): string => kept(get(name));
  const line = (name: string): string => oneLine(get(name));
  const areas = Array.from({ length: areasAtMost }, (_, index) => ({
    heading: line(`heading-${index + 1}`),
    text: text(`text-${index + 1}`),
  }));
  const chosen = new Set(all('needs'));
  return {
    title: line('title'),
    summary: line('summary'),
    about: text('about'),
    need: text('need'),
    needs: needKeys.filter((key) => chosen.has(key)),
    ownNeeds: kept(get('ownNeeds'))
      .split('\n')
      .map(oneLine)
      .filter((one) => one !== '')
      .slice(0, ownNeedsAtMost),
    done: areas.filter(({ heading, text: told }) => heading !== '' || told.trim() !== ''),
    changed: text('changed'),
    evidence: evidenceLevels.find((level) => level === get('evidence')) ?? '',
    known: text('known'),
    cost: text('cost'),
    amount: line('amount'),
    time: line('time'),
    role: line('role'),
    address: line('address'),
    framework: line('framework').slice(0, 120),
    themes: [...new Set(all('themes').map(oneLine))]
      .filter((theme) => theme !== '' && theme.length <= 200)
      .slice(0, themesAtMost),
    phase: line('phase').slice(0, 60),
    authority: line('authority'),
    urn: line('urn'),
    agreed: get('agreed') === 'yes',
    noChild: get('noChild') === 'yes',
  };
}

/** How many areas the form shows: those that are there and the next, or as many as were asked for. */
export function areasShown(draft: SpotlightDraft, asked: string): number {
  const wanted = /^\d{1,2}$/.test(asked) ? Number(asked) : 0;
  return Math.min(areasAtMost, Math.max(2, draft.done.length, wanted));
}
