import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused } from '#ui/error-summary/refused.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { TextButton } from '#ui/text-button/text-button.js';
import { audienceWords, breakWords, faultWords, kindWords, languageName } from '../../view-words.js';
import type { Audience, Break, Fault, Item } from '../../words.js';
import type { BeginTyped } from '../../begin.form.js';
import { CellProblems, FormFields } from '../instruments/instruments.view.js';
import type { CellProblem } from '../../xlsform.js';

export interface InstrumentViewProps {
  readonly title: string;
  readonly done: string | null;
  readonly problems: readonly FieldProblem[];
  readonly languages: readonly string[];
  readonly items: readonly {
    readonly item: Item;
    readonly words: string;
    readonly change: string;
    readonly leaveOut: string;
    readonly sounds: number;
  }[];
  /** When the draft was changed, as this page was made. */
  readonly seen: string;
  readonly order: string;
  readonly about: string;
  readonly newQuestion: string;
  readonly library: string;
  readonly faults: readonly Fault[];
  readonly breaks: readonly Break[];
  readonly untranslated: readonly { readonly item: string; readonly language: string }[];
  readonly versions: readonly { readonly number: number; readonly when: string }[];
  /** Whether there is something to seal. */
  readonly isChanged: boolean;
  readonly seal: string;
  readonly form: string;
  readonly codebook: string;
  readonly previews: readonly { readonly audience: Audience; readonly href: string }[];
}

export function InstrumentView(props: InstrumentViewProps) {
  const { title, items, faults, breaks, untranslated, versions, languages } = props;
  const newest = versions.at(-1);
  return (
    <>
      <Refused problems={props.problems} />
      <Done>{props.done}</Done>
      <PageHeading caption="Instrument" lead={`${items.length} items, in ${languages.map(languageName).join(', ')}.`}>
        {title}
      </PageHeading>
      <p>
        {newest ? (
          <Tag tone={props.isChanged ? 'yellow' : 'green'}>
            {props.isChanged
              ? `Changed since version ${newest.number}`
              : `Version ${newest.number}, nothing changed since`}
          </Tag>
        ) : (
          <Tag tone="grey">Not sealed yet</Tag>
        )}
      </p>
      <section>
        <h2>How it is asked</h2>
        <ul>
          {props.previews.map(({ audience, href }) => (
            <li>
              <a href={href}>{audienceWords[audience]}</a>
            </li>
          ))}
        </ul>
        <p>
          <a href={props.codebook}>Codebook (CSV)</a>
        </p>
      </section>
      {faults.length > 0 && (
        <Table
          caption={
            faults.length === 1
              ? 'One thing must be put right before it is sealed'
              : `${faults.length} things must be put right before it is sealed`
          }
          narrow="stack"
          firstCellIsHeader
          head={[{ content: 'Question' }, { content: 'What' }]}
          rows={faults.map((fault) => [{ content: fault.item ?? 'The whole' }, { content: faultWords(fault) }])}
        />
      )}
      {untranslated.length > 0 && (
        <section>
          <h2>Not translated yet</h2>
          <p>People read these in {languageName(languages[0] ?? 'en')}.</p>
          <ul>
            {languages.slice(1).flatMap((language) => {
              const lacking = untranslated.filter((one) => one.language === language);
              return lacking.length === 0
                ? []
                : [<li>{`${languageName(language)}: ${lacking.map(({ item }) => item).join(', ')}`}</li>];
            })}
          </ul>
        </section>
      )}
      {breaks.length > 0 && (
        <section>
          <h2>Where series break</h2>
          <p>Figures of these questions do not continue those of version {newest?.number}; every table will say so.</p>
          <ul>
            {breaks.map((one) => (
              <li>
                <strong>{one.item}</strong>: {breakWords(one)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {faults.length === 0 && props.isChanged && (
        <PostForm action={props.seal} noValidate>
          <p>A sealed version never changes: surveys are opened with it and answers are given to it.</p>
          <Button>Seal version {(newest?.number ?? 0) + 1}</Button>
        </PostForm>
      )}
      <ButtonGroup>
        <Button href={props.newQuestion}>Add a question</Button>
        <Button kind="secondary" href={props.library}>
          Look in the library
        </Button>
        <Button kind="secondary" href={props.about}>
          Title and languages
        </Button>
      </ButtonGroup>
      {items.length > 0 && (
        <PostForm action={props.order} noValidate>
          <input type="hidden" name="seen" value={props.seen} />
          <Questions {...props} />
        </PostForm>
      )}
      {versions.length > 0 && (
        <section>
          <h2>Versions</h2>
          <ul>
            {versions.map(({ number, when }) => (
              <li>{`Version ${number}, sealed on ${when}`}</li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={props.form}>Bring in a newer form</a>
      </p>
    </>
  );
}

function Questions({ items }: InstrumentViewProps) {
  return (
    <Table
      caption="Questions"
      narrow="stack"
      head={[{ content: 'Words' }, { content: 'Kind' }, { content: 'Asked of' }, { content: 'Change it' }]}
      rows={items.map(({ item, words, change, leaveOut, sounds }, index) => [
        {
          content: (
            <div id={`item-${item.key}`} tabIndex={-1}>
              {words}
              {item.special !== null && (
                <>
                  {' '}
                  <Tag tone="purple">Special category: {item.special}</Tag>
                </>
              )}
              <div class="soft">{`${item.key}${sounds === 0 ? '' : sounds === 1 ? ', 1 recording' : `, ${sounds} recordings`}`}</div>
              {item.when !== null && (
                <div class="soft">{`Only after ${item.when.options.join(' or ')} to ${item.when.item}`}</div>
              )}
            </div>
          ),
        },
        {
          content: [
            item.atMost === null ? kindWords[item.kind] : `${kindWords[item.kind]} ${item.atMost}`,
            ...(item.options.length === 0 ? [] : [`${item.options.length} options`]),
          ].join(', '),
        },
        { content: item.audiences.map((audience) => audienceWords[audience]).join('; ') },
        {
          content: (
            <div class="row-acts">
              <a href={change}>
                Change<span class="govuk-visually-hidden">: {words}</span>
              </a>
              {index > 0 && (
                <TextButton name="up" value={item.key} about={words}>
                  Move up
                </TextButton>
              )}
              {index < items.length - 1 && (
                <TextButton name="down" value={item.key} about={words}>
                  Move down
                </TextButton>
              )}
              <a href={leaveOut}>
                Leave out<span class="govuk-visually-hidden">: {words}</span>
              </a>
            </div>
          ),
        },
      ])}
    />
  );
}

export interface ReplaceViewProps {
  readonly title: string;
  readonly typed: BeginTyped;
  readonly problems: readonly FieldProblem[];
  readonly cells: readonly CellProblem[];
}

export function ReplaceView({ title, typed, problems, cells }: ReplaceViewProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={title} lead="It takes the place of the draft. What was sealed stays.">
        Bring in a newer form
      </PageHeading>
      <CellProblems cells={cells} />
      <PostForm encType="multipart/form-data" noValidate>
        <FormFields typed={typed} problems={problems} />
        <Button>Replace the draft</Button>
      </PostForm>
    </>
  );
}
