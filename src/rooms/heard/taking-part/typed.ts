/** What a form brings as answers to questions; whether they may be given is for answers.ts to say. */
import type { Fields } from '#kit/page.js';
import type { Item } from '#rooms/heard/instruments/index.js';
import type { Given } from './words.js';

/** Arabic and Persian digits, as their keyboards write them. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** One answer as it was typed or ticked; undefined where nothing was. */
export function answerTyped(fields: Fields, item: Item, name: string): Given[string] | undefined {
  switch (item.kind) {
    case 'information':
      return undefined;
    case 'choose': {
      const chosen = fields.all(name).filter((value) => value !== '');
      return chosen.length > 0 ? chosen : undefined;
    }
    case 'number': {
      const text = westernDigits(fields.get(name)).trim().toWellFormed();
      if (text === '') return undefined;
      return /^[-−]?\d{1,15}$/.test(text) ? Number(text.replace('−', '-')) : text;
    }
    default: {
      const text = fields.get(name).replaceAll('\0', '').toWellFormed().replaceAll('\r\n', '\n').trim();
      return text === '' ? undefined : text;
    }
  }
}
