/** Forms that change something. The token of the session stands in each of them by itself. */
import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldProblem, Typed } from '#base/form.js';
import { Button, ButtonGroup } from '../button/button.js';
import { Refused, refusedField, refusedSet } from '../error-summary/refused.js';
import { PageHeading } from '../page/page.js';
import type { Content } from '../parts.js';

/** The token that a page's forms are sent with; the frame says it, no view has it in hand. Null: nobody is signed in. */
export const FormToken = createContext<string | null>(null);

/** Without an `action` it goes to the address of the page itself. */
export type PostFormProps = Omit<JSX.IntrinsicElements['form'], 'method'>;

/** A form of the workspace. The browser judges nothing: our own messages say more. */
export function PostForm({ children, ...form }: PostFormProps) {
  const token = useContext(FormToken);
  return (
    <form method="post" {...form}>
      {token !== null && <input type="hidden" name="csrf" value={token} />}
      {children}
    </form>
  );
}

export interface FormPageProps {
  readonly id?: string | undefined;
  readonly action?: string | undefined;
  readonly heading: string;
  readonly caption?: Content;
  readonly lead?: Content;
  readonly button: string;
  /** The button takes something away, or does what cannot be undone. */
  readonly isWarning?: boolean | undefined;
  /** The way out without doing it. */
  readonly back: { readonly href: string; readonly text: string };
  readonly problems: readonly FieldProblem[];
  readonly children?: Content;
}

/** A page that is one form: what it is about, the fields, the button and the way back. */
export function FormPage(props: FormPageProps) {
  return (
    <>
      <Refused problems={props.problems} />
      <PageHeading caption={props.caption} lead={props.lead}>
        {props.heading}
      </PageHeading>
      <PostForm id={props.id} action={props.action} noValidate>
        {props.children}
        <ButtonGroup>
          <Button kind={props.isWarning === true ? 'warning' : undefined}>{props.button}</Button>
          <a href={props.back.href}>{props.back.text}</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}

export interface FieldsProps {
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

/** The properties of controls by their name: what was typed, and what is wrong with it. */
export function fieldTools({ typed, problems }: FieldsProps) {
  return {
    field: (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) }),
    set: (name: string) => ({ name, value: typed[name] ?? '', ...refusedSet(problems, name) }),
    date: (name: string) => ({ id: name, namePrefix: name, values: typed, ...refusedSet(problems, `${name}-day`) }),
  };
}
