import type { FieldProblem, Typed } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Refused, refusedSet } from '#ui/error-summary/refused.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import type { Lack } from '../../words.js';
import { QuoteFields } from '../focus-groups/conversation.view.js';
import { type QuoteLine, QuoteLines, type ThemeItem, Usable } from './quote-lines.view.js';

export interface QuotesProps {
  /** By theme, in their order; the last without one. */
  readonly groups: readonly {
    readonly theme: string;
    readonly href: string | null;
    readonly lines: readonly QuoteLine[];
  }[];
  /** The one theme that is shown; null for all. */
  readonly theme: string | null;
  readonly all: string;
  readonly csv: string;
  readonly texts: string;
  readonly conversations: string;
  readonly usable: number;
}

export function Quotes(props: QuotesProps) {
  return (
    <>
      <PageHeading
        lead={
          'What was said in conversations, and what was written in surveys and cleared. A quote says who spoke and ' +
          'in which phase, never where, and never who.'
        }
      >
        {props.theme === null ? 'Quotes by theme' : `Quotes: ${props.theme}`}
      </PageHeading>
      {props.groups.length === 0 && (
        <EmptyState title={props.theme === null ? 'No quote is written down yet' : 'No quote has this theme'}>
          <p>Write them down with a conversation, or take them from cleared texts.</p>
        </EmptyState>
      )}
      {props.groups.map(({ theme, href, lines }) => (
        <section>
          <h2>{href === null ? theme : <a href={href}>{theme}</a>}</h2>
          <QuoteLines lines={lines} caption={theme} />
        </section>
      ))}
      <ul class="govuk-list">
        {props.theme !== null && (
          <li>
            <a href={props.all}>All themes</a>
          </li>
        )}
        <li>
          <a href={props.texts}>Take quotes from cleared texts</a>
        </li>
        <li>
          <a href={props.conversations}>Focus groups and interviews</a>
        </li>
        <li>
          <a href={props.csv}>{`Usable quotes as CSV (${props.usable})`}</a>
        </li>
      </ul>
    </>
  );
}

export interface QuoteProps {
  readonly action: string;
  readonly back: string;
  readonly done: string | null;
  readonly problems: readonly FieldProblem[];
  readonly typed: Typed;
  readonly words: string | null;
  /** Which version of the words this page shows. */
  readonly version: number;
  readonly said: string;
  readonly isWritten: boolean;
  readonly coder: string;
  readonly reader: string | null;
  readonly recognisable: boolean | null;
  readonly eligible: boolean;
  readonly lacks: readonly Lack[];
  readonly aside: boolean;
  readonly mayRead: boolean;
  readonly themes: readonly ThemeItem[];
}

export function QuoteView(props: QuoteProps) {
  return (
    <>
      <Refused problems={props.problems} />
      <Done>{props.done}</Done>
      <PageHeading caption={props.said}>A quote</PageHeading>
      <InsetText class="no-top">
        <p class="as-typed" dir="auto">
          {props.words ?? 'Its reviewer has taken the text back.'}
        </p>
      </InsetText>
      <SummaryList
        rows={[
          { key: 'May be used', value: <Usable lacks={props.lacks} aside={props.aside} /> },
          { key: 'Written down by', value: props.coder },
          { key: 'Read by a second person', value: props.reader ?? 'not yet' },
          {
            key: 'Could a classmate recognise this?',
            value: props.recognisable === null ? 'nobody has said yet' : props.recognisable ? 'yes' : 'no',
          },
          { key: 'Ten or more could have said it', value: props.eligible ? 'yes' : 'not known, or fewer' },
        ]}
      />
      <h2>Second reader</h2>
      {props.mayRead ? (
        <PostForm action={props.action} noValidate>
          <input type="hidden" name="act" value="read" />
          <input type="hidden" name="seen" value={String(props.version)} />
          <Radios
            name="recognisable"
            legend="Could a classmate, or somebody who was there, recognise who said this?"
            legendClass="govuk-fieldset__legend--s"
            items={[
              { value: 'no', label: 'No, nobody could' },
              { value: 'yes', label: 'Yes, somebody could', hint: 'It is not used then' },
            ]}
            {...refusedSet(props.problems, 'recognisable')}
          />
          <Button>Save</Button>
        </PostForm>
      ) : (
        <p>
          {props.reader === null
            ? 'You wrote it down yourself, so somebody else of your organisation has to read it.'
            : `You wrote it down yourself, and ${props.reader} has read it.`}
        </p>
      )}
      <h2>{props.isWritten ? 'Themes' : 'Words and themes'}</h2>
      <PostForm action={props.action} noValidate>
        <input type="hidden" name="act" value="draft" />
        <QuoteFields typed={props.typed} problems={props.problems} themes={props.themes} hasWords={!props.isWritten} />
        {!props.isWritten && <p class="soft">Once the words have changed, somebody has to read them again.</p>}
        <Button kind="secondary">Save</Button>
      </PostForm>
      <PostForm action={props.action}>
        <ButtonGroup>
          <Button kind="secondary" name="act" value={props.aside ? 'back' : 'aside'}>
            {props.aside ? 'Take it up again' : 'Set it aside'}
          </Button>
          <a href={props.back}>Back to the quotes</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}

export interface TextsProps {
  readonly action: string;
  readonly back: string;
  readonly done: string | null;
  readonly problems: readonly FieldProblem[];
  readonly texts: readonly {
    readonly id: string;
    readonly survey: string;
    readonly surveyName: string;
    readonly said: string;
    readonly language: string;
    readonly words: string;
  }[];
}

export function TextsToQuote({ action, back, done, problems, texts }: TextsProps) {
  return (
    <>
      <Refused problems={problems} />
      <Done>{done}</Done>
      <PageHeading lead="What was written in your surveys, was cleared by its reviewer, and may be quoted.">
        Quotes from cleared texts
      </PageHeading>
      {texts.length === 0 && <EmptyState title="Nothing waits here" />}
      {texts.map((one) => (
        <section id={one.id}>
          <InsetText>
            <p class="as-typed" lang={one.language} dir="auto">
              {one.words}
            </p>
            <p class="soft">{`${one.said}. ${one.surveyName}`}</p>
          </InsetText>
          <PostForm action={action}>
            <input type="hidden" name="survey" value={one.survey} />
            <Button kind="secondary" name="text" value={one.id}>
              Take it as a quote
            </Button>
          </PostForm>
        </section>
      ))}
      <p>
        <a href={back}>Back to the quotes</a>
      </p>
    </>
  );
}
