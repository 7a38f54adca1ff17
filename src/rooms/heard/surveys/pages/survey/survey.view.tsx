import { plainDate } from '#base/london.js';
import type { Audience } from '#rooms/heard/instruments/index.js';
import type { Band } from '#rooms/heard/taking-part/index.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Table } from '#ui/table/table.js';
import { Tag } from '#ui/tag/tag.js';
import { bandWords } from '../../rules.js';
import { audienceWords, kindWords, missingWords, stageWords } from '../../view-words.js';
import type { Missing, Stage, WayIn } from '../../words.js';

export interface SurveyViewProps {
  readonly name: string;
  readonly asker: string;
  readonly isOwn: boolean;
  readonly stage: Stage;
  readonly wave: number;
  readonly days: string;
  readonly instrument: string;
  readonly audiences: readonly Audience[];
  readonly languages: readonly string[];
  readonly done: string | null;
  /** A later last day that waits for a signature, and where it is signed. */
  readonly waits: { readonly until: string; readonly href: string } | null;
  /** What must be done before it opens, each with its page; empty for a setting or once it is open. */
  readonly steps: readonly {
    readonly text: string;
    readonly href: string;
    readonly state: 'done' | 'missing' | 'void';
  }[];
  readonly missing: readonly Missing[];
  /** Where a setting answers that has not yet; null for everybody else. */
  readonly answer: string | null;
  /** What broke since the wave before. */
  readonly breaks: readonly { readonly item: string; readonly words: string }[];
  readonly settings: readonly {
    readonly name: string;
    readonly href: string;
    readonly state: string;
    readonly tone: 'green' | 'grey' | 'yellow';
  }[];
  readonly ways: readonly (WayIn & {
    readonly settingName: string | null;
    readonly href: string;
    readonly printed: string | null;
    readonly state: string;
    readonly received: Band;
  })[];
  readonly monitor: readonly {
    readonly setting: string;
    readonly audience: Audience;
    readonly eligible: number | null;
    readonly optedOut: number | null;
    readonly received: Band;
  }[];
  /** The ways on in both lists. */
  readonly pages: { readonly ways: PaginationProps | null; readonly settings: PaginationProps | null };
  /** Where the ways in are opened; empty where nobody may now. */
  readonly add: readonly { readonly text: string; readonly href: string }[];
  readonly papers: readonly { readonly text: string; readonly href: string }[];
  /** The questions on paper, a line for each audience and a link for each language. */
  readonly forms: readonly {
    readonly audience: Audience;
    readonly links: readonly { readonly text: string; readonly href: string }[];
  }[];
  readonly hrefs: { readonly open: string; readonly lastDay: string; readonly again: string; readonly askMore: string };
}

const stepTags = {
  done: { text: 'Done', tone: 'green' },
  missing: { text: 'Missing', tone: 'yellow' },
  void: { text: 'Sign again', tone: 'red' },
} as const;
const given = (count: number | null): string => (count === null ? 'not given' : count.toLocaleString('en-GB'));

/** The table in a sentence, for whoever hears it. */
function cameIn(monitor: SurveyViewProps['monitor']): string {
  const lines = monitor.filter(({ received }) => received.least > 0);
  if (lines.length === 0) return 'No answer has come in yet.';
  return `${lines.map(({ setting, audience, received }) => `${setting}, ${audienceWords[audience].toLowerCase()}: ${bandWords(received)}`).join('. ')}.`;
}

function Steps({
  steps,
  missing,
  open,
}: {
  readonly steps: SurveyViewProps['steps'];
  readonly missing: readonly Missing[];
  readonly open: string;
}) {
  return (
    <section>
      <h2>Before it opens</h2>
      <Table
        caption="Before it opens"
        captionClass="govuk-visually-hidden"
        narrow="stack"
        firstCellIsHeader
        head={[{ content: 'What' }, { content: 'State' }]}
        rows={steps.map(({ text, href, state }) => [
          { content: <a href={href}>{text}</a> },
          { content: <Tag tone={stepTags[state].tone}>{stepTags[state].text}</Tag> },
        ])}
      />
      {missing.length > 0 ? (
        <>
          <h3>Still to do</h3>
          <ul>
            {missing.map((one) => (
              <li>{missingWords[one]}</li>
            ))}
          </ul>
        </>
      ) : (
        <Button href={open}>Open the survey</Button>
      )}
    </section>
  );
}

export function SurveyView(props: SurveyViewProps) {
  const { stage, isOwn, steps, settings, ways, monitor, breaks } = props;
  return (
    <>
      <Done>{props.done}</Done>
      <PageHeading
        caption={`${props.asker}, wave ${props.wave}`}
        lead={`${props.instrument}. ${props.audiences.map((audience) => audienceWords[audience]).join('; ')}. In ${props.languages.join(', ')}.`}
      >
        {props.name}
      </PageHeading>
      <p>
        <Tag tone={stageWords[stage].tone}>{stageWords[stage].text}</Tag> {props.days}
        {isOwn && stage === 'open' && (
          <>
            {'. '}
            <a href={props.hrefs.lastDay}>Move the last day, or close it</a>
          </>
        )}
      </p>
      {props.waits !== null && (
        <InsetText>
          {`The last day waits for a signature: ${props.waits.until}. `}
          <a href={props.waits.href}>Sign the data sheet again</a>
        </InsetText>
      )}
      {props.answer !== null && <Button href={props.answer}>Say whether you take part</Button>}
      {steps.length > 0 && <Steps steps={steps} missing={props.missing} open={props.hrefs.open} />}
      {stage !== 'draft' && (
        <section>
          <h2 id="ways">Ways in</h2>
          <p>Every way in is anonymous: a code lets somebody in, and nothing records who had it.</p>
          {ways.length > 0 && (
            <Table
              caption="Ways in, and how many have answered"
              captionClass="govuk-visually-hidden"
              narrow="stack"
              firstCellIsHeader
              head={[
                { content: 'For' },
                { content: 'Code' },
                { content: 'How' },
                { content: 'Places' },
                { content: 'Answered' },
              ]}
              rows={ways.map((way) => [
                {
                  content: (
                    <>
                      <a href={way.href}>{way.label}</a>
                      <div class="soft">{`${audienceWords[way.audience]}${way.settingName === null ? '' : `, ${way.settingName}`}`}</div>
                    </>
                  ),
                },
                {
                  content:
                    way.printed === null ? <span class="soft">on the cards only</span> : <strong>{way.printed}</strong>,
                },
                {
                  content: (
                    <>
                      {kindWords[way.kind]}
                      <div class="soft">{way.state}</div>
                    </>
                  ),
                },
                { content: way.places === null ? 'no limit' : way.places.toLocaleString('en-GB') },
                { content: bandWords(way.received) },
              ])}
            />
          )}
          {props.pages.ways && <Pagination label="More ways in" {...props.pages.ways} />}
          {props.add.length > 0 && (
            <ButtonGroup>
              {props.add.map(({ text, href }) => (
                <Button href={href} kind="secondary">
                  {text}
                </Button>
              ))}
            </ButtonGroup>
          )}
        </section>
      )}
      {stage !== 'draft' && (
        <section>
          <h2>What has come in</h2>
          <p>{`${cameIn(monitor)} Exact counts could identify a pupil, so numbers are shown in bands of ten.`}</p>
          {monitor.length > 0 && (
            <Table
              caption="By setting and audience"
              narrow="stack"
              firstCellIsHeader
              head={[
                { content: 'Setting' },
                { content: 'Audience' },
                { content: 'Eligible' },
                { content: 'Opted out' },
                { content: 'Answered' },
              ]}
              rows={monitor.map((line) => [
                { content: line.setting },
                { content: audienceWords[line.audience] },
                { content: given(line.eligible) },
                { content: given(line.optedOut) },
                { content: bandWords(line.received) },
              ])}
            />
          )}
        </section>
      )}
      <section>
        <h2 id="settings">Settings</h2>
        {settings.length === 0 ? (
          <p>None is asked yet.</p>
        ) : (
          <Table
            caption="Settings"
            captionClass="govuk-visually-hidden"
            narrow="stack"
            firstCellIsHeader
            head={[{ content: 'Setting' }, { content: 'Answer' }]}
            rows={settings.map(({ name, href, state, tone }) => [
              { content: <a href={href}>{name}</a> },
              { content: <Tag tone={tone}>{state}</Tag> },
            ])}
          />
        )}
        {props.pages.settings && (
          <Pagination label="More settings, and what came in from them" {...props.pages.settings} />
        )}
        {isOwn && stage !== 'closed' && (
          <p>
            <a href={props.hrefs.askMore}>Ask an organisation to take part</a>
          </p>
        )}
      </section>
      <section>
        <h2>Papers</h2>
        <ul>
          {props.papers.map(({ text, href }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
          {props.forms.map(({ audience, links }) => (
            <li>
              {`On paper (PDF), ${audienceWords[audience].toLowerCase()}: `}
              {links.map(({ text, href }, index) => (
                <>
                  {index > 0 && ', '}
                  <a href={href}>{text}</a>
                </>
              ))}
            </li>
          ))}
        </ul>
      </section>
      {breaks.length > 0 && (
        <InsetText>
          <p>Figures of these questions do not continue those of the wave before; every table will say so.</p>
          <ul>
            {breaks.map(({ item, words }) => (
              <li>
                <strong>{item}</strong>: {words}
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      {isOwn && stage !== 'draft' && (
        <PostForm action={props.hrefs.again} noValidate>
          <h2>Ask again</h2>
          <p>Ask again after some time, to see what changed: the same settings, the newest version of the questions.</p>
          <Button kind="secondary">{`Begin wave ${props.wave + 1}`}</Button>
        </PostForm>
      )}
    </>
  );
}

export function wayState(way: WayIn, isOpen: boolean, hasEnded: boolean): string {
  if (way.stopped === 'paused') return 'paused: the setting does not take part';
  if (way.stopped !== null)
    return `withdrawn${way.stoppedOn === null ? '' : ` on ${plainDate(way.stoppedOn)}`}${way.stopped === 'voided' ? ', answers deleted' : ''}`;
  if (way.closedOn !== null) return `ended on ${plainDate(way.closedOn)}`;
  if (hasEnded || !isOpen) return 'over';
  return way.kind === 'cards' ? `made on ${plainDate(way.openedOn)}` : 'open';
}
