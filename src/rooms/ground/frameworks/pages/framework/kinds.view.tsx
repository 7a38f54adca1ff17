/** How kinds of themes and audiences are called on pages. */
import type { Audience, ThemeKind } from '../../words.js';

export const kindWords: Readonly<
  Record<ThemeKind, { readonly title: string; readonly one: string; readonly about: string }>
> = {
  principle: { title: 'Principles', one: 'principle', about: 'Whoever signs promises something under each principle' },
  value: { title: 'Values that carry them', one: 'value', about: 'What the principles rest on' },
  impact: { title: 'What they lead to', one: 'impact', about: 'What is different for children in the end' },
  'kind of ask': { title: 'Kinds of ask', one: 'kind of ask', about: 'A group of asks' },
};

export const audienceWords: Readonly<Record<Audience, { readonly title: string; readonly inside: string }>> = {
  authority: { title: 'Local authorities', inside: 'local authorities' },
  school: { title: 'Schools and settings', inside: 'schools and settings' },
  'young people': { title: 'Young people', inside: 'young people' },
  programme: { title: 'The programme itself', inside: 'the programme itself' },
  partner: { title: 'Partners', inside: 'partners' },
};
