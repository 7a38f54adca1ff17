import { Button, ButtonGroup } from '#ui/button/button.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Details } from '#ui/details/details.js';
import { type FieldProblem, Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import type { CharterReading } from '../../reading.js';
import type { Typed } from '#kit/typed.js';

interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface AboutProps {
  readonly csrf: string;
  readonly action: string;
  readonly back: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly frameworks: readonly Choice[];
}

function AboutFields({ typed, problems, frameworks }: Pick<AboutProps, 'typed' | 'problems' | 'frameworks'>) {
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  return (
    <>
      <Input {...field('title')} label="Title" hint="“Our charter for a school where everyone belongs”" />
      <Textarea {...field('intro')} label="What it is, in a few sentences (optional)" rows={3} />
      <Select
        {...field('framework')}
        label="Which framework it follows"
        hint="Its themes become the headings of your clauses, if you have no headings of your own"
        items={[{ value: '', text: 'Choose a framework' }, ...frameworks]}
      />
      <Input
        {...field('safeguarding')}
        label="Where young people find the safeguarding lead"
        hint="A role and a place, as they know it: “the safeguarding lead, in the room beside the office”. It is shown in the room and on the card"
      />
      <Input
        {...field('safeguardingEmail')}
        label="The safeguarding lead’s e-mail address (if letters should go out)"
        hint="A letter says only that there is something to read, never what"
        type="email"
        spellcheck={false}
        class="govuk-input--width-20"
      />
      <Radios
        name="ballot"
        legend="How young people vote"
        value={typed['ballot'] ?? 'each'}
        items={[
          { value: 'each', label: 'Yes, no or not sure to each clause' },
          {
            value: 'choose',
            label: 'Choose the clauses that matter most',
            conditional: (
              <Input
                {...field('choose')}
                label="How many each may choose"
                inputmode="numeric"
                class="govuk-input--width-2"
              />
            ),
          },
        ]}
        {...refusedSet(problems, 'ballot')}
      />
    </>
  );
}

export function EditAbout(props: AboutProps) {
  return (
    <>
      <Refused problems={props.problems} />
      <PageHeading>About the charter</PageHeading>
      <form method="post" action={props.action} noValidate>
        <input type="hidden" name="csrf" value={props.csrf} />
        <AboutFields {...props} />
        <ButtonGroup>
          <Button>Save</Button>
          <a href={props.back}>Back without saving</a>
        </ButtonGroup>
      </form>
    </>
  );
}

export interface NewCharterProps extends AboutProps {
  /** What was understood of a pasted text; null before one was looked at. */
  readonly reading: { readonly found: CharterReading; readonly themes: ReadonlyMap<string, string | null> } | null;
}

export function NewCharter(props: NewCharterProps) {
  const { reading } = props;
  return (
    <>
      <Refused problems={props.problems} />
      <PageHeading lead="Begin with an empty page, or paste a charter that you have. Young people come in by a code when you open it for them.">
        Start a charter
      </PageHeading>
      <form method="post" action={props.action} noValidate>
        <input type="hidden" name="csrf" value={props.csrf} />
        <AboutFields {...props} />
        <Textarea
          name="text"
          label="Paste a charter (if there is one)"
          hint="Sentences that begin with “We will” become clauses. What is no clause is kept beside them"
          rows={reading === null ? 8 : 5}
          value={props.typed['text'] ?? ''}
          {...refusedField(props.problems, 'text')}
        />
        {reading !== null && <Preview {...reading} />}
        <ButtonGroup>
          {reading === null ? (
            <Button>Go on</Button>
          ) : (
            <Button
              name="act"
              value="save"
            >{`Start with ${reading.found.clauses.length === 1 ? 'this clause' : `these ${reading.found.clauses.length} clauses`}`}</Button>
          )}
          {reading !== null && (
            <Button kind="secondary" name="act" value="look">
              Look at the text again
            </Button>
          )}
          <a href={props.back}>Back without saving</a>
        </ButtonGroup>
      </form>
    </>
  );
}

function Preview({ found, themes }: NonNullable<NewCharterProps['reading']>) {
  const withoutSteps = found.clauses.filter(({ steps }) => steps.length === 0).length;
  return (
    <section>
      <h2 id="understood">What was understood</h2>
      <InsetText>
        <p>
          <strong>{`${found.clauses.length} ${found.clauses.length === 1 ? 'clause' : 'clauses'}`}</strong>
          {found.clauses.length > 0 &&
            ', none with an owner or a date: those are yours to give. Until then each says “no date yet”.'}
        </p>
        {withoutSteps > 0 && (
          <p>{`${withoutSteps} ${withoutSteps === 1 ? 'has no steps' : 'have no steps'}: the text gives none, so none were made up.`}</p>
        )}
        {found.unplaced.length > 0 && (
          <p>{`${found.unplaced.length} ${found.unplaced.length === 1 ? 'line belongs' : 'lines belong'} to no clause.`}</p>
        )}
      </InsetText>
      {[...Map.groupBy(found.clauses, ({ heading }) => heading)].map(([heading, clauses]) => (
        <>
          <h3>{heading === '' ? 'Without a heading' : heading}</h3>
          {heading !== '' && (
            <p class="soft">
              {themes.get(heading) === null || themes.get(heading) === undefined
                ? 'No theme of the framework has this name. You can choose one for each clause.'
                : `In the framework: ${themes.get(heading) ?? ''}`}
            </p>
          )}
          {clauses.map(({ aim, steps, effect }) => (
            <Pledge aim={aim === '' ? '…' : aim} steps={steps} effect={effect} level={4} />
          ))}
        </>
      ))}
      {found.unplaced.length > 0 && (
        <Details summary={`Lines that belong to no clause (${found.unplaced.length})`}>
          <p>They are kept with the charter, where only your organisation sees them.</p>
          <ul>
            {found.unplaced.map(({ text, line }) => (
              <li>{`Line ${line}: ${text.trim()}`}</li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

export interface EditClauseProps {
  readonly csrf: string;
  readonly action: string;
  readonly back: string;
  readonly heading: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly themes: readonly Choice[];
  /** False from the vote on: the words stand still. */
  readonly mayEditWords: boolean;
  /** Changes that young people suggest for it. */
  readonly suggested: readonly {
    readonly aim: string;
    readonly steps: readonly string[];
    readonly verb: 'can' | 'feel';
    readonly effect: string;
    readonly edited: boolean;
  }[];
}

export function EditClause(props: EditClauseProps) {
  const { typed, problems } = props;
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  return (
    <>
      <Refused problems={problems} />
      <PageHeading>{props.heading}</PageHeading>
      {props.suggested.length > 0 && (
        <Details summary={`What young people suggest (${props.suggested.length})`} open>
          {props.suggested.map((one) => (
            <Pledge
              aim={one.aim}
              steps={one.steps}
              effect={one.effect === '' ? null : { verb: one.verb, words: one.effect }}
            />
          ))}
        </Details>
      )}
      <form method="post" action={props.action} noValidate>
        <input type="hidden" name="csrf" value={props.csrf} />
        {props.mayEditWords ? (
          <>
            <Textarea {...field('aim')} label="We will …" rows={2} />
            <Textarea
              {...field('steps')}
              label="by …"
              hint="One step on each line. Leave it empty while nobody knows"
              rows={5}
            />
            <Radios
              name="verb"
              legend="So, you …"
              inline
              value={typed['verb'] ?? 'can'}
              items={[
                { value: 'can', label: 'can' },
                { value: 'feel', label: 'feel' },
              ]}
            />
            <Textarea {...field('effect')} label="… what changes for young people" rows={2} />
            <Input
              {...field('heading')}
              label="Heading it stands under"
              hint="Clauses with the same heading stand together. Without one the theme’s name is used"
              class="govuk-input--width-20"
            />
          </>
        ) : (
          <Pledge
            aim={typed['aim'] ?? ''}
            steps={(typed['steps'] ?? '').split('\n').filter((step) => step !== '')}
            effect={
              (typed['effect'] ?? '') === ''
                ? null
                : { verb: typed['verb'] === 'feel' ? 'feel' : 'can', words: typed['effect'] ?? '' }
            }
          />
        )}
        <Select
          {...field('theme')}
          label="Theme of the framework"
          items={[{ value: '', text: 'None of them' }, ...props.themes]}
        />
        <Input
          {...field('owner')}
          label="Who will own it (if you know)"
          hint="A role, never a name: “Deputy head”"
          class="govuk-input--width-20"
        />
        <DateInput
          id="due"
          namePrefix="due"
          legend="By when (if you know)"
          values={typed}
          error={problems.find(({ field: at }) => at === 'due-day')?.message}
        />
        <ButtonGroup>
          <Button>Save</Button>
          <a href={props.back}>Back without saving</a>
        </ButtonGroup>
      </form>
    </>
  );
}
