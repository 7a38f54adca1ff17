import type { FieldProblem, Typed } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Details } from '#ui/details/details.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Fieldset } from '#ui/fieldset/fieldset.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { basisWords, consentWords } from '../../view-words.js';
import { consentModes, lawfulBases } from '../../words.js';
import { ticked } from '../typed.form.js';
import { pairLines } from './data-sheet.form.js';

export interface Choice {
  readonly key: string;
  readonly words: string;
}

export interface SheetViewProps {
  readonly name: string;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** What the law protects specially: "Health: one-thing, ...". */
  readonly special: readonly { readonly category: string; readonly items: readonly string[] }[];
  readonly asksConsent: boolean;
  readonly asksText: boolean;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly Choice[];
  readonly groups: readonly Choice[];
  /** Whether two of the groups are asked of the same people. */
  readonly mayPair: boolean;
}

function Pair({ line, props }: { readonly line: number; readonly props: SheetViewProps }) {
  const { typed, problems, items, groups } = props;
  const choose = (what: string, choices: readonly Choice[]) => [
    { text: what, value: '' },
    ...choices.map(({ key, words }) => ({ text: words, value: key })),
  ];
  const select = (part: 'item' | 'first' | 'second', label: string, choices: readonly Choice[]) => (
    <Select
      name={`pair-${line}-${part}`}
      label={label}
      value={typed[`pair-${line}-${part}`]}
      {...(part === 'item' ? refusedField(problems, `pair-${line}-item`) : {})}
      items={choose('None', choices)}
    />
  );
  return (
    <Fieldset legend={`Table ${line + 1} by two groups`} legendClass="govuk-fieldset__legend--s">
      {select('item', 'Question', items)}
      {select('first', 'by', groups)}
      {select('second', 'and by', groups)}
    </Fieldset>
  );
}

export function SheetView(props: SheetViewProps) {
  const { name, typed, problems, languages, special, colleagues, items, groups } = props;
  const field = (key: string) => ({ name: key, value: typed[key] ?? '', ...refusedField(problems, key) });
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={name}
        lead={
          'What the survey does with what it is told. The notices and the letter for parents are made from it, and ' +
          'somebody signs it before the survey opens.'
        }
      >
        Data sheet
      </PageHeading>
      <PostForm noValidate>
        <h2>Why</h2>
        <Textarea
          {...field('purpose')}
          label="What is the survey for?"
          hint="What will be decided or changed with what it shows. It stands in the letter for parents"
          rows={4}
        />
        {languages.map(({ tag, name: words }) => (
          <Input
            {...field(`why-${tag}`)}
            label={`Why you ask, in one sentence a nine-year-old reads: ${words}`}
            hint={
              tag === 'en'
                ? '“We want to know what makes school a good place for you.” It stands in both notices'
                : undefined
            }
            attributes={{ lang: tag, dir: 'auto', ...refusedField(problems, `why-${tag}`).attributes }}
          />
        ))}
        <Radios
          {...refusedSet(problems, 'basis')}
          name="basis"
          legend="Lawful basis"
          value={typed['basis']}
          items={lawfulBases.map((basis) => ({ value: basis, ...basisWords[basis] }))}
        />
        <h2>What is specially protected</h2>
        {special.length === 0 ? (
          <p>Nothing in these questions is special category data.</p>
        ) : (
          <InsetText>
            <p>These questions ask for what the law protects specially. Kept knows them from the instrument:</p>
            <ul>
              {special.map(({ category, items: about }) => (
                <li>
                  <strong>{category}</strong>: {about.join('; ')}
                </li>
              ))}
            </ul>
          </InsetText>
        )}
        {props.asksConsent && (
          <Radios
            name="consent"
            legend="How do parents choose?"
            hint="Because children are asked about health or sexuality"
            value={typed['consent']}
            items={consentModes.map((mode) => ({ value: mode, ...consentWords[mode] }))}
          />
        )}
        <h2>Who sees what</h2>
        <Textarea {...field('whoSees')} label="In words for whoever signs" rows={5} />
        {props.asksText && (
          <Checkboxes
            {...refusedSet(problems, 'reviewers')}
            name="reviewers"
            legend="Who reads what is written freely?"
            hint="Nobody else sees it until they have cleared it. Two people are better than one"
            values={ticked(typed, 'reviewers')}
            items={colleagues.map(({ id, name: words }) => ({ value: id, label: words }))}
          />
        )}
        <Input
          {...field('retention')}
          label="After how many months are answers deleted?"
          hint="Counted from the last day. Tables stay"
          inputmode="numeric"
          class="govuk-input--width-3"
          suffix={{ content: 'months' }}
        />
        <Input
          {...field('contact')}
          label="Whom to ask about the survey"
          hint="A role with an address, like “Survey team, survey@council.example”. It is printed"
        />
        <Checkboxes
          name="openLink"
          legend="Ways in"
          values={ticked(typed, 'openLink')}
          items={[
            {
              value: 'yes',
              label: 'We also want a link that is open to all',
              hint: 'It is not limited to one answer each, and every result says so',
            },
          ]}
        />
        <h2>Tables that will be published</h2>
        <p>
          Choose them now. Nobody looks for more once the answers are there: a table that nobody planned can point at
          one child.
        </p>
        <Checkboxes
          small
          name="items"
          legend="Questions"
          values={ticked(typed, 'items')}
          items={items.map(({ key, words }) => ({ value: key, label: words }))}
        />
        {groups.length > 0 && (
          <Checkboxes
            small
            name="groups"
            legend="Each of them also by"
            values={ticked(typed, 'groups')}
            items={groups.map(({ key, words }) => ({ value: key, label: words }))}
          />
        )}
        {props.mayPair && (
          <Details
            summary="Tables by two groups at once"
            open={problems.some(({ field: at }) => at.startsWith('pair-')) || (typed['pair-0-item'] ?? '') !== ''}
          >
            {Array.from({ length: pairLines }, (_, line) => (
              <Pair line={line} props={props} />
            ))}
          </Details>
        )}
        <Button>Save the data sheet</Button>
      </PostForm>
    </>
  );
}
