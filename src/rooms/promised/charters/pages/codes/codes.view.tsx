import type { FieldProblem, Typed } from '#base/form.js';
import { childline } from '#rooms/ground/help/index.js';
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { CodeCard } from '#ui/plain/plain.js';
import { Table } from '#ui/table/table.js';
import { codeShown } from '#rooms/promised/together/index.js';

export interface CodesProps {
  readonly action: string;
  readonly back: string;
  readonly done: string | null;
  readonly mayOpen: boolean;
  readonly today: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly codes: readonly {
    readonly href: string;
    readonly code: string;
    readonly label: string;
    readonly seats: number;
    readonly shared: boolean;
    readonly taken: number;
    readonly expires_on: string;
    readonly closed_on: string | null;
  }[];
}

export function Codes(props: CodesProps) {
  const { typed, problems } = props;
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  return (
    <>
      <Done>{props.done}</Done>
      <Refused problems={problems} />
      <PageHeading
        lead={
          'A code lets a class into the room. Each browser votes once. Somebody who uses several browsers can vote ' +
          'several times. Kept asks no names, so it cannot tell.'
        }
      >
        Codes for classes
      </PageHeading>
      {props.codes.length > 0 && (
        <Table
          caption="Codes of this charter"
          captionClass="govuk-visually-hidden"
          narrow="stack"
          head={[{ content: 'For' }, { content: 'Code' }, { content: 'Seats taken' }, { content: 'Open until' }]}
          rows={props.codes.map((one) => [
            { content: one.shared ? `${one.label} (shared devices)` : one.label },
            { content: <a href={one.href}>{codeShown(one.code)}</a> },
            { content: `${one.taken} of ${one.seats}` },
            {
              content:
                one.closed_on !== null
                  ? `closed on ${plainDate(one.closed_on)}`
                  : one.expires_on < props.today
                    ? `over since ${plainDate(one.expires_on)}`
                    : plainDate(one.expires_on),
            },
          ])}
        />
      )}
      {props.mayOpen && (
        <section>
          <h2>Open a code</h2>
          <PostForm action={props.action} noValidate>
            <Input {...field('label')} label="For whom" hint="“Year 4”. No names" class="govuk-input--width-20" />
            <Input
              {...field('seats')}
              label="How many seats"
              hint="As many as are present. When all are taken, nobody else comes in"
              inputmode="numeric"
              class="govuk-input--width-4"
            />
            <DateInput
              id="expires"
              namePrefix="expires"
              legend="Open until the end of"
              values={typed}
              error={problems.find(({ field: at }) => at === 'expires-day')?.message}
            />
            <Checkboxes
              name="shared"
              legend="Do people share devices?"
              small
              values={typed['shared'] === 'yes' ? ['yes'] : []}
              items={[
                {
                  value: 'yes',
                  label: 'Yes, several people use one device, one after another',
                  hint: 'Then one browser can take several seats. Kept cannot tell whether somebody votes twice. The room and the result say so',
                },
              ]}
            />
            <Button>Open a code</Button>
          </PostForm>
        </section>
      )}
      <p>
        <a href={props.back}>Back to the charter</a>
      </p>
    </>
  );
}

export interface CardProps {
  readonly action: string;
  readonly back: string;
  readonly code: string;
  readonly label: string;
  readonly title: string;
  readonly organisation: string;
  /** Without a scheme, as it is typed. */
  readonly address: string;
  readonly seats: number;
  readonly taken: number;
  readonly expires: string;
  readonly shared: boolean;
  readonly isOpen: boolean;
  readonly safeguarding: string;
}

/** To print or to put on the wall. */
export function Card(props: CardProps) {
  return (
    <>
      <PageHeading caption={props.organisation}>{`${props.title}: the code for ${props.label}`}</PageHeading>
      {!props.isOpen && <p>This code is closed.</p>}
      <CodeCard address={props.address} code={codeShown(props.code)}>
        <p>Nobody asks your name. Please do not write names.</p>
        {props.shared && <p>You share this device. When it is your turn, press “I am the next person”.</p>}
        <p>{`An adult of ${props.organisation} reads what you write before others see it.`}</p>
        <p>{`Worried about something? Talk to ${props.safeguarding}. Or call ${childline.name}: ${childline.number}. It is free, day and night.`}</p>
      </CodeCard>
      <p class="no-print">
        {`${props.taken} of ${props.seats} seats are taken. Open until the end of ${plainDate(props.expires)}. ` +
          `Print this page with your browser, or show it on the board.`}
      </p>
      {props.isOpen && (
        <PostForm class="no-print" action={props.action}>
          <ButtonGroup>
            <Button kind="warning">Close this code</Button>
            <a href={props.back}>Back to the codes</a>
          </ButtonGroup>
        </PostForm>
      )}
    </>
  );
}
