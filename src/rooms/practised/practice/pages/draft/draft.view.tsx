import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { JumpLinks } from '#ui/jump-links/jump-links.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { areasAtMost } from '../../rules.js';
import { evidenceWords } from '../../view-words.js';
import { evidenceLevels, needs, type SpotlightDraft } from '../../words.js';

export interface EditSpotlightProps {
  readonly action: string;
  readonly back: string;
  readonly heading: string;
  readonly lead: string;
  /** What came back with it: the keeper's reason. */
  readonly reason: string | null;
  readonly draft: SpotlightDraft;
  /** How many areas there is room for. */
  readonly areas: number;
  readonly problems: readonly FieldProblem[];
  /** Whether what was typed was saved although it was refused. */
  readonly wasSaved: boolean;
  /** To whom it can be submitted; null where that is settled. */
  readonly frameworks: readonly { readonly value: string; readonly text: string }[] | null;
  readonly themes: readonly {
    readonly name: string;
    readonly themes: readonly { readonly value: string; readonly text: string }[];
  }[];
  readonly phases: readonly string[];
  /** Whether it may be sent on from here. */
  readonly maySubmit: boolean;
}

const parts = [
  { text: 'In short', href: '#part-short' },
  { text: 'The need', href: '#part-need' },
  { text: 'What was done', href: '#part-done' },
  { text: 'What changed', href: '#part-changed' },
  { text: 'Cost and contact', href: '#part-cost' },
  { text: 'Where it belongs', href: '#part-place' },
  { text: 'Permission', href: '#part-permission' },
] as const;

/** The long form. It can be saved at any point; only submitting asks for all of it. */
export function EditSpotlight(props: EditSpotlightProps) {
  const { draft, problems } = props;
  const field = (
    name: Exclude<keyof SpotlightDraft, 'needs' | 'ownNeeds' | 'done' | 'themes' | 'agreed' | 'noChild'>,
  ) => ({ name, value: draft[name], ...refusedField(problems, name) });
  return (
    <>
      <Refused problems={problems} />
      <PageHeading lead={props.lead}>{props.heading}</PageHeading>
      {props.wasSaved && <p>What you typed is saved. It is not submitted yet.</p>}
      {props.reason !== null && (
        <InsetText>
          <p>
            <strong>It was asked back:</strong>
          </p>
          <p>{props.reason}</p>
        </InsetText>
      )}
      <JumpLinks label="Parts of this form" links={parts} />
      <PostForm action={props.action} noValidate>
        {/* The first button is the one that Enter in a field presses. */}
        <Button name="act" value="save" kind="secondary">
          Save
        </Button>
        <h2 id="part-short">In short</h2>
        <Input {...field('title')} label="Title" hint="What you did, in a few words: “A calm start to the day”" />
        <Textarea {...field('summary')} label="What it is, in one or two sentences" rows={2} />
        <Textarea
          {...field('about')}
          label="About us"
          hint="Who you are: where, how many, for whom. No names of children"
          rows={4}
        />
        <h2 id="part-need">The need</h2>
        <Textarea
          {...field('need')}
          label="What the need was"
          hint="What did you see, and how did you know? An empty line begins a new paragraph; a line that begins with a dash becomes an item of a list"
          rows={5}
        />
        <Checkboxes
          name="needs"
          legend="Which needs it answers"
          hint="Readers find it by these"
          small
          values={draft.needs}
          items={Object.entries(needs).map(([value, label]) => ({ value, label }))}
          {...refusedSet(problems, 'needs')}
        />
        <Textarea
          name="ownNeeds"
          label="Other needs, in your own words"
          hint="One on each line"
          rows={2}
          value={draft.ownNeeds.join('\n')}
          {...refusedField(problems, 'ownNeeds')}
        />
        <h2 id="part-done">What was done</h2>
        <p>
          The work in headed areas: “Leadership”, “Training”, “Work with families”. An area without anything in it is
          left out.
        </p>
        {Array.from({ length: props.areas }, (_, index) => (
          <AreaFields
            at={index + 1}
            heading={draft.done[index]?.heading ?? ''}
            text={draft.done[index]?.text ?? ''}
            problems={problems}
          />
        ))}
        {props.areas < areasAtMost && (
          <Button name="act" value="more" kind="secondary">
            Save and add another area
          </Button>
        )}
        <h2 id="part-changed">What changed</h2>
        <Textarea
          {...field('changed')}
          label="What changed for young people"
          hint="Say what did not work, too"
          rows={5}
        />
        <Radios
          name="evidence"
          legend="How well it is known"
          value={draft.evidence}
          items={evidenceLevels.map((level) => ({
            value: level,
            label: evidenceWords[level].text,
            hint: evidenceWords[level].means,
          }))}
          {...refusedSet(problems, 'evidence')}
        />
        <Textarea
          {...field('known')}
          label="How you know"
          hint="What was counted and when, who looked, where it can be read"
          rows={3}
        />
        <h2 id="part-cost">What it cost, and who to ask</h2>
        <Textarea
          {...field('cost')}
          label="What it cost"
          hint="Money, people, time: what somebody must plan for who wants to do it too"
          rows={3}
        />
        <Input
          {...field('amount')}
          label="Amount, if there is one"
          hint="Whole pounds"
          class="govuk-input--width-10"
          inputmode="numeric"
          prefix={{ content: '£' }}
        />
        <Input
          {...field('time')}
          label="Time, if you can say"
          hint="“Two hours a week for one term”"
          class="govuk-input--width-20"
        />
        <Input
          {...field('role')}
          label="Who to ask"
          hint="A role, never a name: “Head of inclusion”"
          class="govuk-input--width-20"
        />
        <Input
          {...field('address')}
          label="The organisation’s address"
          hint="A web page, a telephone number or a street. No e-mail address, because everybody reads this"
          spellcheck={false}
        />
        <h2 id="part-place">Where it belongs</h2>
        {props.frameworks === null ? null : props.frameworks.length === 0 ? (
          <p>No framework is published yet, so nobody can clear a spotlight.</p>
        ) : (
          <Select
            {...field('framework')}
            label="Submit it to"
            hint="The keeper of this framework reads it, may change words, and clears it. A framework of your own needs nobody else"
            items={[{ value: '', text: 'Choose a framework' }, ...props.frameworks]}
          />
        )}
        {props.themes.map(({ name, themes }, index) => (
          <Checkboxes
            name="themes"
            idPrefix={index === 0 ? 'themes' : `themes-of-${index + 1}`}
            legend={`Themes: ${name}`}
            small
            values={draft.themes}
            items={themes.map(({ value, text }) => ({ value, label: text }))}
            {...(index === 0 ? refusedSet(problems, 'themes') : {})}
          />
        ))}
        <Select
          {...field('phase')}
          label="Phase"
          items={[
            { value: '', text: 'Choose a phase' },
            { value: 'all', text: 'All phases' },
            ...props.phases.map((phase) => ({ value: phase, text: phase })),
          ]}
        />
        <Input
          {...field('authority')}
          label="Authority, if it was done in one"
          hint="Its name or its code, for example Camden or E09000007"
          class="govuk-input--width-20"
        />
        <Input
          {...field('urn')}
          label="School or setting, if it was done in one"
          hint="Its official number (URN)"
          class="govuk-input--width-10"
          inputmode="numeric"
        />
        <h2 id="part-permission">Permission</h2>
        <Checkboxes
          name="agreed"
          values={draft.agreed ? ['yes'] : []}
          items={[{ value: 'yes', label: 'Everybody who is shown or quoted has agreed' }]}
          {...refusedSet(problems, 'agreed')}
        />
        <Checkboxes
          name="noChild"
          values={draft.noChild ? ['yes'] : []}
          items={[{ value: 'yes', label: 'No child is named or pictured, and none can be recognised' }]}
          {...refusedSet(problems, 'noChild')}
        />
        <ButtonGroup>
          {props.maySubmit && (
            <Button name="act" value="submit">
              Save and submit
            </Button>
          )}
          <Button name="act" value="save" kind={props.maySubmit ? 'secondary' : undefined}>
            Save
          </Button>
          <a href={props.back}>Back without saving</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}

function AreaFields({
  at,
  heading,
  text,
  problems,
}: {
  readonly at: number;
  readonly heading: string;
  readonly text: string;
  readonly problems: readonly FieldProblem[];
}) {
  return (
    <>
      <Input
        name={`heading-${at}`}
        label={`Area ${at}: heading`}
        value={heading}
        class="govuk-input--width-20"
        {...refusedField(problems, `heading-${at}`)}
      />
      <Textarea
        name={`text-${at}`}
        label={`Area ${at}: what was done`}
        rows={6}
        value={text}
        {...refusedField(problems, `text-${at}`)}
      />
    </>
  );
}
