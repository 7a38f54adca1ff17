import type { FieldProblem, Typed } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import type { Content } from '#ui/parts.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { tickedAsks } from './sign.form.js';

export interface SignProps {
  readonly framework: string;
  readonly slug: string;
  readonly frameworkHref: string;
  readonly version: number;
  readonly organisation: string;
  readonly action: string;
  readonly back: string;
  readonly asks: readonly { readonly value: string; readonly label: string }[];
  /** Decisions of the organisation's own boards that are published here. */
  readonly decisions: readonly { readonly value: string; readonly text: string }[];
  /** What was signed before: the version, and until when it counts or counted; null for a first signature. */
  readonly before: { readonly version: number; readonly lapses: string; readonly today: string } | null;
  /** Where it says why the organisation cannot sign yet; null where it can. */
  readonly heldBy: string | null;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

/** In place of a form that would be refused after it was filled in. */
function NotYet({ asks, heldBy, back }: Pick<SignProps, 'asks' | 'back'> & { readonly heldBy: string }) {
  return (
    <>
      <h2>What you would take on</h2>
      <ul>
        {asks.map(({ label }) => (
          <li>{label}</li>
        ))}
      </ul>
      <InsetText>
        You can sign once your organisation is verified. Until then you can write promises as drafts.{' '}
        <a href={heldBy}>Verification</a>
      </InsetText>
      <p>
        <a href={back}>Back to your registers</a>
      </p>
    </>
  );
}

export function signHeading(before: SignProps['before'], version: number): string {
  if (before === null) return 'Sign';
  return before.version < version ? `Sign version ${version}` : 'Sign again';
}

export function Sign(props: SignProps) {
  const { problems, before, version } = props;
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={props.framework}
        lead={`You sign for ${props.organisation}. The signature is public and counts for 24 months.`}
      >
        {signHeading(before, version)}
      </PageHeading>
      {before && (
        <InsetText>
          {before.version < version ? `You signed version ${before.version}. Version ${version} is out. ` : ''}
          {before.lapses <= before.today
            ? `The signature lapsed on ${plainDate(before.lapses)}. `
            : `The signature lapses on ${plainDate(before.lapses)}. `}
          Signing again gives it 24 months from today.
        </InsetText>
      )}
      <p>
        Read it first: <a href={props.frameworkHref}>{`${props.framework}, version ${version}`}</a>
      </p>
      {props.heldBy === null ? <SignForm {...props} /> : <NotYet {...props} heldBy={props.heldBy} />}
    </>
  );
}

function SignForm(props: SignProps) {
  const { typed, problems, before, version } = props;
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  return (
    <PostForm action={props.action} noValidate>
      <input type="hidden" name="framework" value={props.slug} />
      <Checkboxes
        name="asks"
        legend="What you take on"
        values={tickedAsks(typed)}
        items={props.asks}
        {...refusedSet(problems, 'asks')}
      />
      <Input
        {...field('by')}
        label="Name of the adult who signs"
        hint="It is public. Never the name of a young person"
        autocomplete="name"
        class="govuk-input--width-20"
      />
      <Input
        {...field('role')}
        label="Their role"
        hint="Headteacher, chief executive, cabinet member, youth worker"
        class="govuk-input--width-20"
      />
      <Input
        {...field('mandate')}
        label="Who decided that you sign"
        hint="A body: “Cabinet”, “Governing body”, “School council”"
      />
      {props.decisions.length > 0 && (
        <Select
          id="decision"
          name="decision"
          label="The decision, if it is one of yours in Kept"
          value={typed['decision'] ?? ''}
          items={[{ value: '', text: 'Not one of these' }, ...props.decisions]}
        />
      )}
      <Input
        {...field('link')}
        label={
          props.decisions.length > 0 ? 'Otherwise, where the decision can be read' : 'Where the decision can be read'
        }
        hint="An address of this site, or one that begins with https://"
        spellcheck={false}
      />
      <DateInput
        id="on"
        namePrefix="on"
        legend="When it was decided"
        hint="For example, 1 9 2026"
        values={typed}
        {...refusedSet(problems, 'on-day')}
      />
      <ButtonGroup>
        <Button>{`${signHeading(before, version)}, in public`}</Button>
        <a href={props.back}>Back</a>
      </ButtonGroup>
    </PostForm>
  );
}

export interface EndFormProps {
  readonly caption: string;
  readonly heading: string;
  readonly lead: string;
  readonly button: string;
  readonly action: string;
  readonly back: string;
  /** Sent along: which framework is meant. */
  readonly framework: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly children?: Content;
}

/** Withdrawing and removing ask for the same: who decided, and why. */
export function EndForm(props: EndFormProps) {
  const { typed, problems } = props;
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={props.caption} lead={props.lead}>
        {props.heading}
      </PageHeading>
      <PostForm action={props.action} noValidate>
        <input type="hidden" name="framework" value={props.framework} />
        <Input
          name="by"
          label="Who decided it"
          hint="A body or a role, not a name"
          value={typed['by'] ?? ''}
          {...refusedField(problems, 'by')}
        />
        <Textarea
          name="reason"
          label="Why"
          hint="In plain words. It stays public. Name no young person"
          rows={5}
          value={typed['reason'] ?? ''}
          {...refusedField(problems, 'reason')}
        />
        <ButtonGroup>
          <Button kind="warning">{props.button}</Button>
          <a href={props.back}>Back</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}

export function CannotSign({ why, back }: { readonly why: string; readonly back: string }) {
  return (
    <>
      <PageHeading lead={why}>Nothing to sign here</PageHeading>
      <p>
        <a href={back}>Back</a>
      </p>
    </>
  );
}
