/** Forms of a charter and of its clauses. */
import { type Typed, tooLong } from '#base/form.js';
import type { Form } from '#rooms/promised/together/index.js';
import { isEmailAddress } from '#base/email-address.js';
import type { CharterDraft } from '../../words.js';

export const trimmed = (typed: Typed, name: string): string => (typed[name] ?? '').trim();
export const optional = (typed: Typed, name: string): string | null =>
  trimmed(typed, name) === '' ? null : trimmed(typed, name);

export function readAbout(typed: Typed, frameworks: readonly string[]): Form<CharterDraft> {
  const title = trimmed(typed, 'title').replace(/\s+/g, ' ');
  const email = optional(typed, 'safeguardingEmail');
  const choose = trimmed(typed, 'choose');
  return {
    draft: {
      title,
      intro: trimmed(typed, 'intro'),
      framework: typed['framework'] ?? '',
      choose: typed['ballot'] === 'choose' && /^\d{1,2}$/.test(choose) ? Number(choose) : null,
      safeguarding: trimmed(typed, 'safeguarding'),
      safeguardingEmail: email,
    },
    problems: [
      ...(title === ''
        ? [{ field: 'title', message: 'Give the charter a title' }]
        : title.length > 120
          ? [{ field: 'title', message: tooLong(title.length, 120, 'The title') }]
          : []),
      ...(trimmed(typed, 'intro').length > 1000
        ? [{ field: 'intro', message: tooLong(trimmed(typed, 'intro').length, 1000, 'The introduction') }]
        : []),
      ...(frameworks.includes(typed['framework'] ?? '')
        ? []
        : [{ field: 'framework', message: 'Choose the framework that it follows' }]),
      ...(trimmed(typed, 'safeguarding') === ''
        ? [
            {
              field: 'safeguarding',
              message: 'Say where young people find the safeguarding lead: they are told it in the room',
            },
          ]
        : trimmed(typed, 'safeguarding').length > 200
          ? [
              {
                field: 'safeguarding',
                message: tooLong(trimmed(typed, 'safeguarding').length, 200, 'Where to find the safeguarding lead'),
              },
            ]
          : []),
      ...(email !== null && !isEmailAddress(email)
        ? [
            {
              field: 'safeguardingEmail',
              message: 'Enter an e-mail address in the correct form, like name@example.org, or leave it out',
            },
          ]
        : []),
      ...(typed['ballot'] === 'choose' && !(/^\d{1,2}$/.test(choose) && Number(choose) >= 1 && Number(choose) <= 50)
        ? [{ field: 'choose', message: 'Say how many clauses each may choose: a number from 1 to 50' }]
        : []),
    ],
  };
}

export function typedAbout(draft: CharterDraft): Typed {
  return {
    title: draft.title,
    intro: draft.intro,
    framework: draft.framework,
    ballot: draft.choose === null ? 'each' : 'choose',
    choose: draft.choose === null ? '' : String(draft.choose),
    safeguarding: draft.safeguarding,
    safeguardingEmail: draft.safeguardingEmail ?? '',
  };
}
