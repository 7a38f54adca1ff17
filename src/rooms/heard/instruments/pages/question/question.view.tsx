import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Details } from '#ui/details/details.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Fieldset } from '#ui/fieldset/fieldset.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { TextButton } from '#ui/text-button/text-button.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { hasOptions, limits } from '../../draft-edits.js';
import { audienceWords, directionOf, languageName } from '../../view-words.js';
import { type Audience, audiences, missingKinds, specialCategories } from '../../words.js';
import { fieldOf, kindName, kindOffers, type OptionTyped, type QuestionTyped } from './question.form.js';

export interface QuestionViewProps {
  readonly title: string;
  readonly heading: string;
  readonly action: string;
  /** When the draft was changed, as this page was made. */
  readonly seen: string;
  readonly typed: QuestionTyped;
  readonly problems: readonly FieldProblem[];
  /** The field that the last button was about. */
  readonly focus: string | null;
  readonly done: string | null;
  /** Where the question can be seen as it stands now, after somebody else changed the instrument. */
  readonly meanwhile: string | null;
  readonly languages: readonly string[];
  readonly isNew: boolean;
  /** Its own name, and names of options, that a sealed version has given. */
  readonly isSealed: boolean;
  readonly sealedOptions: ReadonlySet<string>;
  /** Questions before it that have options; the chosen one with them. */
  readonly earlier: readonly {
    readonly key: string;
    readonly words: string;
    readonly options: readonly { readonly key: string; readonly words: string }[];
  }[];
  /** All questions in their order, for the place of a new one. */
  readonly places: readonly { readonly key: string; readonly words: string }[];
  readonly advice: readonly string[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** A field in one of the languages: read and spelt in it, and written from the side where it begins. */
function spoken(props: QuestionViewProps, field: string, language: string) {
  const { error, attributes } = refusedField(props.problems, field);
  return {
    ...(error === undefined ? {} : { error }),
    attributes: {
      ...attributes,
      lang: language,
      dir: directionOf(language),
      ...(props.focus === field ? { autofocus: true } : {}),
    },
  };
}

function OptionFields({
  props,
  option,
  at,
}: {
  readonly props: QuestionViewProps;
  readonly option: OptionTyped;
  readonly at: number;
}) {
  const name = `option ${at + 1}`;
  const isFixed = props.sealedOptions.has(option.was);
  const [first = 'en'] = props.languages;
  const key = refusedField(props.problems, fieldOf.optionKey(at));
  return (
    <Fieldset
      class="fields-apart"
      legend={`Option ${at + 1}`}
      legendClass="govuk-fieldset__legend--s"
      attributes={{ id: `option-${at}` }}
    >
      <input type="hidden" name={fieldOf.optionWas(at)} value={option.was} />
      <div class="fields-beside">
        {props.languages.map((language) => {
          const field = fieldOf.optionText(at, language);
          const own = spoken(props, field, language);
          return (
            <Input
              {...own}
              attributes={{
                ...own.attributes,
                ...(language === first && props.focus === `option-${at}` ? { autofocus: true } : {}),
              }}
              name={field}
              label={`Words in ${languageName(language)}`}
              value={option.texts[language] ?? ''}
            />
          );
        })}
      </div>
      <div class="fields-beside">
        {isFixed ? (
          <p>
            Name in the data: <strong>{option.was}</strong>
            <input type="hidden" name={fieldOf.optionKey(at)} value={option.was} />
          </p>
        ) : (
          <Input
            {...key}
            name={fieldOf.optionKey(at)}
            label="Name in the data"
            hint="Worked out from the words where you leave it empty"
            value={option.key}
            autocapitalize="none"
            spellcheck={false}
          />
        )}
        <Select
          name={fieldOf.optionMissing(at)}
          label="What it counts as"
          value={option.missing}
          items={[
            { value: '', text: 'an answer' },
            ...missingKinds.map((kind) => ({ value: kind, text: `no answer: ${kind}` })),
          ]}
        />
      </div>
      <p class="row-acts">
        {at > 0 && (
          <TextButton name="act" value={`up ${at}`} about={name}>
            Move up
          </TextButton>
        )}{' '}
        <TextButton name="act" value={`remove ${at}`} about={name}>
          Remove
        </TextButton>
      </p>
    </Fieldset>
  );
}

function Options({ props }: { readonly props: QuestionViewProps }) {
  const { typed, problems } = props;
  const error = problems.find(({ field }) => field === 'options')?.message;
  return (
    <section class={error === undefined ? undefined : 'govuk-form-group--error'}>
      <h2 id="options" tabIndex={-1}>
        Options
      </h2>
      {error !== undefined && <p class="govuk-error-message">{error}</p>}
      <input type="hidden" name="options" value={String(typed.options.length)} />
      {typed.kind === 'choose' && (
        <Input
          {...refusedField(problems, 'atMost')}
          name="atMost"
          label="How many may be chosen at most"
          inputmode="numeric"
          class="govuk-input--width-3"
          value={typed.atMost}
        />
      )}
      {typed.options.map((option, at) => (
        <OptionFields props={props} option={option} at={at} />
      ))}
      <ButtonGroup>
        {typed.options.length < limits.options && (
          <Button kind="secondary" name="act" value="add">
            Add an option
          </Button>
        )}
        {!typed.options.some(({ missing }) => missing === 'don’t know') && (
          <Button kind="secondary" name="act" value="dont-know">
            Add “I don’t know”
          </Button>
        )}
        {!typed.options.some(({ missing }) => missing === 'prefer not to say') && (
          <Button kind="secondary" name="act" value="prefer-not">
            Add “I would rather not say”
          </Button>
        )}
      </ButtonGroup>
    </section>
  );
}

function ConditionFields({ props }: { readonly props: QuestionViewProps }) {
  const { typed, problems, earlier } = props;
  const asked = earlier.find(({ key }) => key === typed.whenItem);
  const isGone = typed.whenItem !== '' && asked === undefined;
  if (earlier.length === 0 && !isGone) return null;
  return (
    <section>
      <h2>Asked only after an answer</h2>
      <Select
        {...refusedField(problems, 'whenItem')}
        name="whenItem"
        label="Which earlier question it hangs on"
        hint="Leave it at “everybody” where it hangs on none"
        value={typed.whenItem}
        items={[
          { value: '', text: 'everybody is asked' },
          ...(isGone ? [{ value: typed.whenItem, text: `${typed.whenItem} (not asked before it)` }] : []),
          ...earlier.map(({ key, words }) => ({ value: key, text: shortened(words) })),
        ]}
      />
      <p>
        <Button kind="secondary" name="act" value="condition">
          Show its options
        </Button>
      </p>
      {asked ? (
        <Checkboxes
          {...refusedSet(problems, 'whenOptions')}
          name="whenOptions"
          legend={`Asked of those who answered “${asked.words}” with`}
          values={typed.whenOptions}
          items={asked.options.map(({ key, words }, index) => ({
            value: key,
            label: words,
            ...(index === 0 && props.focus === 'whenOptions' ? { attributes: { autofocus: true } } : {}),
          }))}
          small
        />
      ) : (
        typed.whenOptions.map((option) => <input type="hidden" name="whenOptions" value={option} />)
      )}
    </section>
  );
}

function shortened(words: string): string {
  return words.length > 70 ? `${words.slice(0, 68).trimEnd()} …` : words;
}

export function QuestionView(props: QuestionViewProps) {
  const { typed, problems, languages } = props;
  const variantOpen = (audience: Audience): boolean =>
    languages.some(
      (language) =>
        (typed.variants[audience][language] ?? '') !== '' ||
        problems.some(({ field }) => field === fieldOf.variant(audience, language)),
    );
  return (
    <>
      <Refused problems={problems} />
      <Done>{props.done}</Done>
      <PageHeading caption={props.title} lead={`${kindName(typed.kind)}.`}>
        {props.heading}
      </PageHeading>
      {props.meanwhile !== null && (
        <InsetText>
          <p>
            What you typed is below and is not saved. Look at how the instrument is now; then save again if yours is
            right.
          </p>
          <p>
            <a href={props.meanwhile}>The instrument as it is now</a>
          </p>
        </InsetText>
      )}
      {props.links.length > 0 && (
        <ul>
          {props.links.map(({ text, href }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      <PostForm action={props.action} noValidate>
        <input type="hidden" name="seen" value={props.seen} />
        {/* Enter in a field presses the first button of a form: it saves, and removes nothing. */}
        <button class="govuk-visually-hidden" name="act" value="save" tabIndex={-1} aria-hidden="true">
          Save
        </button>
        <div class="fields-beside">
          {languages.map((language) => (
            <Textarea
              {...spoken(props, fieldOf.text(language), language)}
              name={fieldOf.text(language)}
              label={`Words in ${languageName(language)}`}
              rows={2}
              value={typed.texts[language] ?? ''}
            />
          ))}
        </div>
        {props.advice.length > 0 && (
          <Details summary="How it reads to a primary student" open>
            <ul>
              {props.advice.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
            <p>This is advice, counted from the words in English. It says nothing on what a question means.</p>
          </Details>
        )}
        <Checkboxes
          {...refusedSet(problems, 'audiences')}
          name="audiences"
          legend="Who is asked"
          values={typed.audiences}
          items={audiences.map((audience) => ({ value: audience, label: audienceWords[audience] }))}
          small
        />
        <h2>Other words for some of them</h2>
        <p>The question stays the same and its answers meet; only its words differ.</p>
        {audiences.map((audience) => (
          <Details summary={audienceWords[audience]} open={variantOpen(audience)}>
            <div class="fields-beside">
              {languages.map((language) => (
                <Textarea
                  {...spoken(props, fieldOf.variant(audience, language), language)}
                  name={fieldOf.variant(audience, language)}
                  label={`Words for ${audienceWords[audience].toLowerCase()} in ${languageName(language)}`}
                  rows={2}
                  value={typed.variants[audience][language] ?? ''}
                />
              ))}
            </div>
          </Details>
        ))}
        <h2>A hint below the question</h2>
        <div class="fields-beside">
          {languages.map((language) => (
            <Input
              {...spoken(props, fieldOf.hint(language), language)}
              name={fieldOf.hint(language)}
              label={`Hint in ${languageName(language)}`}
              value={typed.hints[language] ?? ''}
            />
          ))}
        </div>
        {hasOptions(typed.kind) && <Options props={props} />}
        {typed.kind === 'number' && (
          <>
            <h2>Bounds</h2>
            <Input
              {...refusedField(problems, 'least')}
              name="least"
              label="Least number"
              inputmode="numeric"
              class="govuk-input--width-5"
              value={typed.least}
            />
            <Input
              {...refusedField(problems, 'most')}
              name="most"
              label="Greatest number"
              inputmode="numeric"
              class="govuk-input--width-5"
              value={typed.most}
            />
          </>
        )}
        <ConditionFields props={props} />
        <h2>In the data</h2>
        {props.isSealed ? (
          <p>
            Name: <strong id="key">{typed.key}</strong>. A sealed version has it, so it stays.
          </p>
        ) : (
          <Input
            {...refusedField(problems, 'key')}
            name="key"
            label="Name of the question"
            hint="Worked out from the words where you leave it empty. Once a version is sealed it stays"
            value={typed.key}
            autocapitalize="none"
            spellcheck={false}
          />
        )}
        <Select
          name="special"
          label="Special category"
          hint="Where it asks for what the law protects specially. People must then be able to say that they would rather not"
          value={typed.special}
          items={[{ value: '', text: 'none' }, ...specialCategories.map((one) => ({ value: one, text: one }))]}
        />
        {props.isNew && props.places.length > 0 && (
          <Select
            name="place"
            label="Where it goes"
            value={typed.place}
            items={[
              { value: 'last', text: 'at the end' },
              { value: 'first', text: 'at the beginning' },
              ...props.places.map(({ key, words }) => ({ value: `after ${key}`, text: `after: ${shortened(words)}` })),
            ]}
          />
        )}
        <Button name="act" value="save">
          {props.isNew ? 'Add the question' : 'Save the question'}
        </Button>
      </PostForm>
    </>
  );
}

export interface KindViewProps {
  readonly title: string;
  readonly action: string;
  readonly library: string;
}

/** The kind comes first: the form of a question follows from it. */
export function KindView({ title, action, library }: KindViewProps) {
  return (
    <>
      <PageHeading caption={title} lead="Its kind decides how it is answered, and stays once a version is sealed.">
        Add a question
      </PageHeading>
      <p>
        Somebody may have written it already: <a href={library}>look in the library</a>.
      </p>
      <form method="get" action={action}>
        <Radios
          name="kind"
          legend="How is it answered?"
          value="choice"
          items={kindOffers.map(({ kind, text, about }) => ({ value: kind, label: text, hint: about }))}
        />
        <Button>Go on</Button>
      </form>
    </>
  );
}

export interface LeaveOutViewProps {
  readonly title: string;
  readonly words: string;
  readonly seen: string;
  readonly hanging: readonly { readonly key: string; readonly words: string }[];
  readonly isSealed: boolean;
  readonly back: string;
  readonly problems: readonly FieldProblem[];
}

export function LeaveOutView(props: LeaveOutViewProps) {
  return (
    <>
      <Refused problems={props.problems} />
      <PageHeading caption={props.title} lead={props.words}>
        Leave this question out
      </PageHeading>
      {props.isSealed && (
        <p>
          Versions that are sealed keep it. Once a version is sealed without it, its name cannot be given to a question
          again.
        </p>
      )}
      {!props.isSealed && <p>No version has it yet: its words in all languages go.</p>}
      {props.hanging.length > 0 && (
        <>
          <p>These are asked only after an answer to it. They stay, and must be changed before a version is sealed:</p>
          <ul>
            {props.hanging.map(({ words }) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
      <PostForm noValidate>
        <input type="hidden" name="seen" value={props.seen} />
        <ButtonGroup>
          <Button kind="warning" id="leave-out">
            Leave it out
          </Button>
          <a href={props.back}>Keep it</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
