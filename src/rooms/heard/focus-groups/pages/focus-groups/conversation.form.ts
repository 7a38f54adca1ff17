import { type FieldProblem, lengthProblems, type Typed, tooLong } from '#base/form.js';
import { dateFields, typedDate } from '#base/date-fields.js';
import { ownThemes } from '../../rules.js';
import { type ConversationDraft, conversationKinds, phases, whos } from '../../words.js';

export interface Form<T> {
  readonly draft: T;
  readonly problems: readonly FieldProblem[];
}

const aLine = (typed: Typed, name: string): string => (typed[name] ?? '').trim().replace(/\s+/g, ' ');

/** A conversation as it was typed. `surveys`: ids of the organisation's own. */
export function readConversation(typed: Typed, today: string, surveys: readonly string[]): Form<ConversationDraft> {
  const kind = conversationKinds.find((one) => one === typed['kind']);
  const who = whos.find((one) => one === typed['who']);
  const phase = phases.find((one) => one === typed['phase']);
  const day = typedDate((name) => typed[name] ?? '', 'day', 'conversation', today);
  const [present, eligible] = [aLine(typed, 'present'), aLine(typed, 'eligible')];
  const facilitator = aLine(typed, 'facilitator');
  const setting = aLine(typed, 'setting');
  const notes = (typed['notes'] ?? '').replaceAll('\r\n', '\n').trim();
  const isNumber = (text: string, most: number) => /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
  const problems: FieldProblem[] = [
    ...(kind ? [] : [{ field: 'kind', message: 'Choose focus group or interview' }]),
    ...(who ? [] : [{ field: 'who', message: 'Choose who took part' }]),
    ...(phase ? [] : [{ field: 'phase', message: 'Choose the phase' }]),
    ...(day.kind === 'date' ? [] : [{ field: 'day-day', message: day.why ?? 'Enter the day, like 1 9 2026' }]),
    ...(isNumber(present, 200)
      ? []
      : [{ field: 'present', message: 'Enter how many took part: a number from 1 to 200' }]),
    ...(eligible === '' || isNumber(eligible, 100_000)
      ? []
      : [{ field: 'eligible', message: 'Enter how many could have been asked, as a number, or leave it empty' }]),
    ...(isNumber(present, 200) && isNumber(eligible, 100_000) && Number(present) > Number(eligible)
      ? [
          {
            field: 'eligible',
            message: `Enter at least ${Number(present)}: so many took part, so no fewer could have been asked`,
          },
        ]
      : []),
    ...(facilitator === ''
      ? [{ field: 'facilitator', message: 'Say in which role somebody led it' }]
      : lengthProblems('facilitator', facilitator, 80, 'The role')),
    ...(setting.length > 120 ? [{ field: 'setting', message: tooLong(setting.length, 120) }] : []),
    ...(notes.length > 50_000 ? [{ field: 'notes', message: tooLong(notes.length, 50_000, 'Notes') }] : []),
  ];
  return {
    draft: {
      kind: kind ?? 'focus group',
      who: who ?? 'students',
      phase: phase ?? 'primary',
      day: day.kind === 'date' ? day.date : today,
      present: Number(present),
      eligible: eligible === '' ? null : Number(eligible),
      setting: setting === '' ? null : setting,
      survey: surveys.find((one) => one === typed['survey']) ?? null,
      facilitator,
      notes,
    },
    problems,
  };
}

export function conversationTyped(draft: ConversationDraft): Typed {
  return {
    kind: draft.kind,
    who: draft.who,
    phase: draft.phase,
    ...dateFields('day', draft.day),
    present: String(draft.present),
    eligible: draft.eligible === null ? '' : String(draft.eligible),
    setting: draft.setting ?? '',
    survey: draft.survey ?? '',
    facilitator: draft.facilitator,
    notes: draft.notes,
  };
}

/** A quote as it was typed. `known`: themes of frameworks. Where `hasWords` is false only its themes are read. */
export function readQuoteForm(
  typed: Typed,
  known: readonly string[],
  hasWords = true,
): Form<{ readonly words: string; readonly themes: readonly string[] }> {
  const words = (typed['words'] ?? '').replaceAll('\r\n', '\n').trim();
  const own = ownThemes(typed['own'] ?? '');
  const chosen = known.filter((one) => one === typed['theme']);
  const problems: FieldProblem[] = [
    ...(hasWords && words === '' ? [{ field: 'words', message: 'Enter what was said' }] : []),
    ...(hasWords ? lengthProblems('words', words, 2000, 'What was said') : []),
    ...(own.length > 5 || own.some((word) => word.length > 60)
      ? [{ field: 'own', message: 'Five words of your own at most, each of 60 characters at most' }]
      : []),
  ];
  return { draft: { words, themes: [...new Set([...chosen, ...own])] }, problems };
}

/** The themes of a quote, as its form shows them. */
export function themesTyped(themes: readonly string[], known: readonly string[]): Typed {
  return {
    theme: themes.find((one) => known.includes(one)) ?? '',
    own: themes.filter((one) => !known.includes(one)).join(', '),
  };
}
