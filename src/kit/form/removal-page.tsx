/**
 * The page that asks before something is taken away: what goes, what stays, one button that warns and a way back. It works without a script,
 * and is the one way in which Kept removes what somebody made (docs/decisions/0033; test/every-form).
 */
import { form } from '#base/form.js';
import { FormPage } from '#ui/form/form.js';
import type { Page, View } from '../page.js';
import { formPage, type FormPageDesign, type NoForm } from './form-page.js';

type NoFields = Readonly<Record<never, never>>;

export interface Asking {
  readonly crumbs: NonNullable<View['crumbs']>;
  /** What is removed, by its own words. */
  readonly caption: string;
  /** The act and its object. */
  readonly heading: string;
  /** What goes, what stays, who hears of it. */
  readonly lead: string;
  readonly button: string;
  readonly action: string;
  readonly back: string;
}

export interface RemovalDesign<P, Place extends object, Done, Problem> extends Pick<
  FormPageDesign<P, NoFields, Place, Done, Problem>,
  'path' | 'params' | 'needs' | 'find' | 'elsewhere' | 'act' | 'goes'
> {
  readonly asks: (place: Place) => Asking;
  /** Why it cannot be removed, for the same page; or where somebody is led. */
  readonly refused: (problem: Problem, place: Place) => string | NoForm;
}

export function removalPage<P, Place extends object, Done, Problem>({
  asks,
  refused,
  ...design
}: RemovalDesign<P, Place, Done, Problem>): Page {
  return formPage<P, NoFields, Place, Done, Problem>({
    ...design,
    form: form({}),
    removes: true,
    shown(place, { problems }) {
      const { crumbs, caption, heading, lead, button, action, back } = asks(place);
      return {
        title: `${heading}: ${caption}`,
        crumbs: [...crumbs, { text: heading }],
        main: (
          <FormPage
            id="remove"
            action={action}
            caption={caption}
            heading={heading}
            lead={lead}
            button={button}
            isWarning
            back={{ href: back, text: 'Keep it' }}
            problems={problems}
          />
        ),
      };
    },
    refused(problem, place) {
      const why = refused(problem, place);
      return typeof why === 'string' ? { field: 'remove', message: why } : why;
    },
  });
}
