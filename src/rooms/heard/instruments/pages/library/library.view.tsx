import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Details } from '#ui/details/details.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Refused } from '#ui/error-summary/refused.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Select } from '#ui/select/select.js';
import { Tag } from '#ui/tag/tag.js';
import { inLanguage, wordsFor } from '../../rules.js';
import { yesOrNoOptions } from '../../kept-own-words.js';
import { audienceWords, directionOf, kindWords, languageName } from '../../view-words.js';
import { type Audience, audiences, type Item } from '../../words.js';
import { libraryThemes } from '../../library/writing.js';

export interface LibraryViewProps {
  readonly title: string;
  readonly seen: string;
  readonly action: string;
  readonly done: string | null;
  readonly problems: readonly FieldProblem[];
  readonly theme: string;
  readonly audience: Audience | null;
  readonly language: string;
  readonly languages: readonly string[];
  readonly from: string;
  readonly others: readonly { readonly slug: string; readonly title: string }[];
  readonly questions: readonly {
    readonly theme: string | null;
    readonly item: Item;
    readonly first: string;
    readonly isTaken: boolean;
  }[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Question({
  item,
  theme,
  first,
  isTaken,
  language,
  audience,
}: LibraryViewProps['questions'][number] & { readonly language: string; readonly audience: Audience | null }) {
  const words = wordsFor(item, audience ?? item.audiences[0] ?? 'student secondary', language, first);
  const options = item.kind === 'yes or no' ? yesOrNoOptions : item.options;
  const spoken = {
    lang: language in item.texts ? language : first,
    dir: directionOf(language in item.texts ? language : first),
  } as const;
  const hint = inLanguage(item.hints, language, first);
  return (
    <div class="fields-apart" id={`library-${item.key}`} tabIndex={-1}>
      <h3>
        <span {...spoken}>{words}</span>
      </h3>
      {hint !== '' && (
        <p>
          <span {...spoken}>{hint}</span>
        </p>
      )}
      <p class="soft">
        {`${theme === null ? '' : `${capital(theme)}. `}${capital(kindWords[item.kind])}${item.atMost === null ? '' : ` ${item.atMost}`}. ` +
          `${item.audiences.map((one) => audienceWords[one]).join('; ')}.`}
      </p>
      {item.when !== null && (
        <p class="soft">{`Only after ${item.when.options.join(' or ')} to ${item.when.item}: add that question too.`}</p>
      )}
      {options.length > 0 && (
        <Details summary={`${options.length} options`}>
          <ul>
            {options.map(({ texts }) => (
              <li>
                <span {...spoken}>{inLanguage(texts, language, first)}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {isTaken ? (
        <p>
          <Tag tone="green">In the instrument</Tag>
        </p>
      ) : (
        <Button kind="secondary" name="add" value={item.key}>
          Add<span class="govuk-visually-hidden">: {words}</span>
        </Button>
      )}
    </div>
  );
}

export function LibraryView(props: LibraryViewProps) {
  const { questions, language, audience, others } = props;
  return (
    <>
      <Refused problems={props.problems} />
      <Done>{props.done}</Done>
      <PageHeading
        caption={props.title}
        lead="Questions that come with Kept, and those of your other instruments. One that you add is yours to change; it keeps all its languages."
      >
        Library of questions
      </PageHeading>
      <form class="filter" method="get" action={props.action}>
        <Select
          name="from"
          label="From"
          value={props.from}
          items={[
            { value: '', text: 'the library of Kept' },
            ...others.map(({ slug, title }) => ({ value: slug, text: title })),
          ]}
        />
        <Select
          name="theme"
          label="Theme"
          value={props.theme}
          items={[{ value: '', text: 'all' }, ...libraryThemes.map((theme) => ({ value: theme, text: theme }))]}
        />
        <Select
          name="audience"
          label="Audience"
          value={audience ?? ''}
          items={[{ value: '', text: 'all' }, ...audiences.map((one) => ({ value: one, text: audienceWords[one] }))]}
        />
        <Select
          name="language"
          label="Shown in"
          value={language}
          items={props.languages.map((tag) => ({ value: tag, text: languageName(tag) }))}
        />
        <Button kind="secondary">Show</Button>
      </form>
      {questions.length === 0 ? (
        <EmptyState title="No question of this kind">
          Choose another theme or audience, or add a question of your own.
        </EmptyState>
      ) : (
        <PostForm noValidate id="questions" tabIndex={-1}>
          <input type="hidden" name="seen" value={props.seen} />
          <h2>{questions.length === 1 ? 'One question' : `${questions.length} questions`}</h2>
          {questions.map((one) => (
            <Question {...one} language={language} audience={audience} />
          ))}
        </PostForm>
      )}
    </>
  );
}
