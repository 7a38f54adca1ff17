/**
 * What a form brings as answers to questions; whether they may be given is for rules.ts to say. Pure; scripts of the
 * browser import it.
 */
import type { Answer, AnswerKind } from './given-answers.js';
import { wholeText } from './rules.js';

/** Arabic and Persian digits, as their keyboards write them. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** One answer as it was typed or ticked; undefined where nothing was. `values`: what the form has under its name. */
export function answerTyped(values: readonly string[], kind: AnswerKind): Answer | undefined {
  if (kind === 'information') return undefined;
  if (kind === 'choose') {
    const chosen = values.filter((value) => value !== '');
    return chosen.length > 0 ? chosen : undefined;
  }
  const text = wholeText(values[0] ?? '');
  if (text === '') return undefined;
  if (kind !== 'number') return text;
  const western = westernDigits(text);
  return /^[-−]?\d{1,15}$/.test(western) ? Number(western.replace('−', '-')) : western;
}
