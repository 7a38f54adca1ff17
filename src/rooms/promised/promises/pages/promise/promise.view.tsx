/** A promise as a young person reads it: the words, how it stands, what shows it, what young people say, and everything that happened. */
import { plainDate } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Columns } from '#ui/page/page.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { SummaryList, type SummaryRow } from '#ui/summary-list/summary-list.js';
import { Tag } from '#ui/tag/tag.js';
import { Timeline } from '#ui/timeline/timeline.js';
import type { PromiseEvent, PublishedConfirmation, PublishedEvidence, TakenUp, WholePromise } from '../../published.js';
import { answersOf } from '../../rules.js';
import {
  answerWords,
  dueWords,
  eventWords,
  evidenceWords,
  fromNow,
  reasonWords,
  standingWords,
  statusWords,
  strengthWords,
  tieWords,
} from '../../view-words.js';
import type { PromiseStatus } from '../../words.js';
import { StatusTag } from '../status.view.js';

export interface PromiseViewProps {
  readonly promise: WholePromise;
  readonly status: PromiseStatus;
  readonly today: string;
  readonly theme: { readonly title: string | null; readonly framework: string; readonly href: string } | null;
  readonly organisation: string;
  readonly board: { readonly name: string; readonly href: string } | null;
  readonly takenUp: readonly (TakenUp & { readonly href: string })[];
  readonly practices: readonly { readonly title: string; readonly href: string }[];
  readonly replacement: string | null;
  readonly json: string;
}

export function PromiseView({
  promise,
  status,
  today,
  theme,
  organisation,
  board,
  takenUp,
  practices,
  replacement,
  json,
}: PromiseViewProps) {
  const standing = standingWords(answersOf(promise.confirmations), promise.events);
  const isLive = promise.state === 'agreed' || promise.state === 'under way';
  return (
    <>
      <Pledge
        level={1}
        caption={promise.organisation_name}
        aim={promise.aim}
        steps={promise.steps}
        effect={{ verb: promise.effect_verb, words: promise.effect }}
      />
      <Columns
        asideLast
        aside={
          <SummaryList
            rows={[
              { key: 'Promised by', value: <a href={organisation}>{promise.organisation_name}</a> },
              { key: 'Who owns it', value: promise.owner },
              ...row('Starts', promise.starts && plainDate(promise.starts)),
              { key: 'Due', value: dueWords(promise) },
              ...row('How we will know', promise.measure),
              ...(theme
                ? [
                    {
                      key: 'Under',
                      value: (
                        <a href={theme.href}>
                          {theme.title === null ? theme.framework : `${theme.title} (${theme.framework})`}
                        </a>
                      ),
                    },
                  ]
                : []),
              ...row('Board', board && <a href={board.href}>{board.name}</a>),
              {
                key: 'Agreed by',
                value: (
                  <>
                    {promise.agreed_link === null ? (
                      promise.agreed_by
                    ) : (
                      <a href={promise.agreed_link}>{promise.agreed_by}</a>
                    )}
                    , {plainDate(promise.agreed_on)}
                  </>
                ),
              },
              ...row('Comes from', promise.source),
            ]}
          />
        }
      >
        <section>
          <h2 id="standing">How it stands</h2>
          <p>
            <StatusTag status={status} /> {statusWords[status].means}
            {standing.map((sentence) => ` ${sentence}`)}
          </p>
          {isLive && (
            <p>
              {`Due ${dueWords(promise)}, ${fromNow(promise.due, today)}. Last news ${plainDate(promise.last_news)}.`}
              {promise.at_risk && status !== 'at risk' && ' The last news said that it was at risk.'}
            </p>
          )}
          {promise.ended_on !== null && (
            <p>
              {`${promise.state === 'kept' ? 'Declared' : 'Decided'} on ${plainDate(promise.ended_on)} by ` +
                `${promise.ended_by ?? ''}. It was due ${dueWords(promise)}.`}
            </p>
          )}
          {promise.reason !== null && (
            <InsetText>
              <p>
                <strong>
                  Why: {promise.reason_kind === null ? '' : reasonWords[promise.reason_kind].toLowerCase()}
                </strong>
              </p>
              <p class="as-typed">{promise.reason}</p>
              {replacement !== null && (
                <p>
                  <a href={replacement}>The promise that takes its place</a>
                </p>
              )}
            </InsetText>
          )}
          {takenUp.map((one) => (
            <p>
              {one.date >= today ? 'It is on the agenda of the ' : 'It was on the agenda of the '}
              <a href={one.href}>
                {one.board_name}, {plainDate(one.date)}
              </a>
              , because it was overdue.
            </p>
          ))}
        </section>
        <Proof
          isLive={isLive}
          evidence={promise.proof}
          strength={promise.evidence === null ? null : strengthWords[promise.evidence]}
        />
        <YoungPeople
          promiser={promise.organisation_name}
          confirmations={promise.confirmations}
          isKept={promise.state === 'kept'}
        />
        {practices.length > 0 && (
          <section>
            <h2 id="practices">Practice it uses</h2>
            <ul>
              {practices.map((one) => (
                <li>
                  <a href={one.href}>{one.title}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <History events={promise.events} />
        <p class="soft">
          <a href={json}>This promise as data (JSON)</a>
        </p>
      </Columns>
    </>
  );
}

function row(key: string, value: SummaryRow['value']): readonly SummaryRow[] {
  return value === null || value === '' ? [] : [{ key, value }];
}

function Proof({
  isLive,
  evidence,
  strength,
}: {
  readonly isLive: boolean;
  readonly evidence: readonly PublishedEvidence[];
  readonly strength: string | null;
}) {
  return (
    <section>
      <h2 id="evidence">Evidence</h2>
      {evidence.length === 0 ? (
        <p>{isLive ? 'None yet.' : 'None.'}</p>
      ) : (
        <>
          {strength !== null && <p>All in all: {strength}.</p>}
          <ul class="spaced">
            {evidence.map((one) => (
              <li>
                {one.taken_back_on !== null ? (
                  <>
                    <del>{one.title}</del> was taken back on {plainDate(one.taken_back_on)}: {one.taken_back_because}
                  </>
                ) : (
                  <>
                    {one.url === null ? one.title : <a href={one.url}>{one.title}</a>}
                    <br />
                    <span class="soft">
                      {evidenceWords[one.kind]} of {plainDate(one.dated)}, {strengthWords[one.strength]}
                    </span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function YoungPeople({
  promiser,
  confirmations,
  isKept,
}: {
  readonly promiser: string;
  readonly confirmations: readonly PublishedConfirmation[];
  readonly isKept: boolean;
}) {
  if (confirmations.length === 0 && !isKept) return null;
  return (
    <section>
      <h2 id="young-people">What young people say</h2>
      {confirmations.length === 0 && (
        <EmptyState title="Nobody was asked yet" level={3}>
          Until young people say that it was kept, only whoever promised says so.
        </EmptyState>
      )}
      {confirmations.map((one) => (
        <div>
          <h3>{one.group_name}</h3>
          {one.answer === null ? (
            <p>Asked on {plainDate(one.asked_on)}; no answer yet.</p>
          ) : (
            <>
              <p>
                <Tag tone={one.answer === 'yes' ? 'green' : one.answer === 'partly' ? 'yellow' : 'red'}>
                  {answerWords[one.answer]}
                </Tag>{' '}
                {one.people === null
                  ? 'Fewer than ten young people took part: their answer is heard, and not counted.'
                  : `${one.people} young people took part.`}
                {one.answered_on !== null && ` Answered on ${plainDate(one.answered_on)}.`}
              </p>
              {one.tie !== null && <p>{tieWords(one.tie, promiser)}</p>}
              {one.words_taken_back_on !== null && (
                <p class="soft">What they said besides was taken back by the group.</p>
              )}
              {one.words !== null && (
                <InsetText>
                  <p class="as-typed">{one.words}</p>
                </InsetText>
              )}
            </>
          )}
        </div>
      ))}
    </section>
  );
}

function History({ events }: { readonly events: readonly PromiseEvent[] }) {
  return (
    <section>
      <h2 id="history">Everything that happened</h2>
      <Timeline
        entries={events.map((event) => ({
          what:
            event.detail.link === undefined ? (
              eventWords(event.kind, event.detail)
            ) : (
              <a href={event.detail.link}>{eventWords(event.kind, event.detail)}</a>
            ),
          when: plainDate(event.day),
          datetime: event.day,
          detail: event.body === null ? undefined : <p class="as-typed">{event.body}</p>,
        }))}
      />
      <p class="soft">Nothing is ever taken out of this list.</p>
    </section>
  );
}
