/**
 * A language that a machine makes out of English: every letter has a mark, it stands in brackets, and it is some 40 % longer. What is still plain
 * English on a page in it comes out of no words by language (decision 0032). Import this before any room: some tables are made as they load.
 */
import { addLanguage } from '#base/language/languages.js';

/** Esperanto's tag: nobody is served in it here, and checkers of pages refuse those that are for private use. */
export const pseudo = 'eo';

const marks: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => [
    letter,
    [...'áƀçđéƒĝĥîĵķļɱñöƥɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÎĴĶĻṀÑÖƤɊŔŠŢÚṼŴẊÝŽ'][index] ?? letter,
  ]),
);

/** Places ("{number}") stay. Vowels stand twice, so that words grow where words of other languages do. */
export function accented(english: string): string {
  const marked = english
    .split(/(\{\w+\})/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/[aeiou]/g, '$&$&').replace(/[a-zA-Z]/g, (letter) => marks[letter] ?? letter),
    )
    .join('');
  const short = Math.ceil(english.length * 1.4) - marked.length;
  return `⟦${marked}${short > 0 ? ' ~'.repeat(Math.ceil(short / 2)) : ''}⟧`;
}

/** Greek, because its months and its "and" have no letter of ours. */
addLanguage({ tag: pseudo, formats: 'el', made: accented });

/** What nobody translates: names, and addresses. */
const proper = ['Kept', 'Childline', 'Cymraeg', 'English', 'JavaScript', 'ico.org.uk', 'Esperanto'];

const seenAttributes = /\b(?:title|aria-label|placeholder|alt|aria-description)="([^"]*)"/g;

/** Every text that somebody reads or hears on a page, or in what a script says for it: between the tags, in spoken attributes, in data of ours. */
export function readOn(markup: string): readonly string[] {
  const page = markup.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '');
  const data = [...page.matchAll(/\bdata-[\w-]+="([^"]*\s[^"]*)"/g)].map(([, text = '']) => text);
  const heard = [...page.matchAll(seenAttributes)].map(([, text = '']) => text);
  const buttons = [...page.matchAll(/<input[^>]*type="(?:submit|button)"[^>]*value="([^"]*)"/g)].map(
    ([, text = '']) => text,
  );
  const between = page.replace(/<[^>]*>/g, '\n').split('\n');
  return [...between, ...heard, ...buttons, ...data].map((text) => text.replace(/&\w+;|&#\w+;/g, ' ').trim());
}

/** What of them is plain English, `users` being what people wrote and named. */
export function plainEnglishOn(markup: string, users: readonly string[] = []): readonly string[] {
  const known = [...users, ...proper].filter((one) => one !== '').sort((a, b) => b.length - a.length);
  const left = (text: string): string =>
    known.reduce((rest, one) => rest.replaceAll(one, ''), text).replace(/\{\w+\}/g, '');
  return readOn(markup).filter((text) => /[A-Za-z]{2,}/.test(left(text)));
}
