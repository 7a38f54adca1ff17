/** What the pages of a promise’s acts look like: one form about one promise. */
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { PageHeading } from '#ui/page/page.js';
import type { Content } from '#ui/parts.js';
import type { FieldProblem, Typed } from './act.form.js';

export interface ActFormProps {
  readonly csrf: string;
  readonly action: string;
  readonly back: string;
  readonly aim: string;
  readonly heading: string;
  readonly lead?: string | undefined;
  readonly button: string;
  readonly problems: readonly FieldProblem[];
  readonly children: Content;
}

/** The frame of every act on a promise: what it is about, the fields, the button and the way back. */
export function ActForm({ csrf, action, back, aim, heading, lead, button, problems, children }: ActFormProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={`We will ${aim}`} lead={lead}>
        {heading}
      </PageHeading>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="csrf" value={csrf} />
        {children}
        <ButtonGroup>
          <Button>{button}</Button>
          <a href={back}>Back to the promise</a>
        </ButtonGroup>
      </form>
    </>
  );
}

export interface FieldsProps {
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

export function tools({ typed, problems }: FieldsProps) {
  return {
    field: (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) }),
    set: (name: string) => ({ name, value: typed[name] ?? '', ...refusedSet(problems, name) }),
    date: (name: string) => ({ id: name, namePrefix: name, values: typed, ...refusedSet(problems, `${name}-day`) }),
  };
}
