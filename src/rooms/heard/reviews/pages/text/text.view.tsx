import type { FieldProblem } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { redactionMarks } from '#base/redaction.js';
import { emergency } from '#rooms/ground/help/index.js';
import { languageName } from '#rooms/heard/instruments/index.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Diff } from '#ui/diff/diff.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Tag } from '#ui/tag/tag.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import { reasonWords, stateTones, stateWords, whereWords } from '../../view-words.js';
import { type TextState, type WithholdReason, withholdReasons } from '../../words.js';

export interface ReadTextProps {
  readonly action: string;
  readonly back: string;
  readonly colleagues: string;
  readonly survey: string;
  readonly done: string | null;
  readonly question: string;
  readonly audience: string;
  readonly setting: string | null;
  readonly language: string;
  /** Which of its versions this page shows. */
  readonly version: number;
  readonly body: string;
  readonly edited: string | null;
  readonly state: TextState;
  /** It came by a code that was voided. */
  readonly voided: boolean;
  readonly reason: WithholdReason | null;
  readonly due: string;
  readonly isOverdue: boolean;
  /** Whose safeguarding lead would get it; null where nobody is named anywhere. */
  readonly home: string | null;
  /** The setting has nobody of its own: it goes to whoever asks. */
  readonly isElsewhere: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export function ReadText(props: ReadTextProps) {
  const { typed, problems, state } = props;
  return (
    <>
      <Refused problems={problems} />
      {props.done !== null && problems.length === 0 && (
        <NotificationBanner kind="success">
          <p class="govuk-notification-banner__heading">{`${props.done} Here is the next one.`}</p>
        </NotificationBanner>
      )}
      <PageHeading caption={props.survey}>{props.question}</PageHeading>
      {state === 'safeguarding' ? (
        <p>This was passed to the safeguarding lead. Nobody else keeps a copy, and nobody can take it back.</p>
      ) : (
        <InsetText class="no-top">
          <p class="as-typed" lang={props.language} dir="auto">
            {props.body}
          </p>
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: 'Written by', value: props.audience },
          { key: 'Setting', value: whereWords(props.setting) },
          { key: 'Language', value: languageName(props.language) },
          state === 'new'
            ? {
                key: 'To be read by',
                value: props.isOverdue ? (
                  <>
                    <Tag tone="red">Overdue</Tag> {`since ${plainDate(props.due)}`}
                  </>
                ) : (
                  plainDate(props.due)
                ),
              }
            : {
                key: 'State',
                value: (
                  <>
                    <Tag tone={stateTones[state]}>{stateWords[state]}</Tag>{' '}
                    {props.reason === null ? '' : reasonWords[props.reason]}
                  </>
                ),
              },
        ]}
      />
      {props.voided && state !== 'safeguarding' && (
        <WarningText>
          This came by a code that was voided. Its answers were deleted and count nowhere. Read it for safety: pass it
          on if somebody may not be safe, or withhold it.
        </WarningText>
      )}
      {props.edited !== null && (
        <section>
          <h2>What others read</h2>
          <div lang={props.language} dir="auto">
            <Diff before={props.body} after={props.edited} />
          </div>
          <p class="soft">What was taken out is struck through. Only reviewers see it.</p>
        </section>
      )}
      {state !== 'safeguarding' && props.home === null && (
        <WarningText>
          {`Nobody is named as safeguarding ` +
            `lead${props.setting === null ? ' in your organisation' : ` at ${props.setting}, nor in your organisation`}. ` +
            `If somebody may be in danger, call ${emergency.number} now; otherwise act today as your safeguarding arrangements ` +
            `say. Then `}
          <a href={props.colleagues}>have a safeguarding lead named</a>, and pass it on here. Until then it waits, and
          nothing is lost.
        </WarningText>
      )}
      {state !== 'safeguarding' && (
        <PostForm action={props.action} noValidate>
          <input type="hidden" name="seen" value={String(props.version)} />
          <Radios
            name="outcome"
            legend={state === 'new' ? 'What happens to it' : 'What happens to it now'}
            value={typed['outcome']}
            items={[
              ...(props.voided
                ? []
                : [
                    {
                      value: 'clear',
                      label: 'Clear it as it is',
                      hint: 'It names nobody, hurts nobody, and worries nobody',
                    },
                    {
                      value: 'redact',
                      label: 'Take something out, then clear it',
                      hint:
                        `Names, places, whatever shows who is meant. In their place you can write ` +
                        `${redactionMarks.join(', ')}; where nothing stands, Kept puts [removed]. Add and change ` +
                        `nothing else. Reviewers still see the original`,
                      conditional: (
                        <Textarea
                          name="words"
                          label="What others may read"
                          rows={6}
                          value={typed['words'] ?? ''}
                          {...refusedField(problems, 'words')}
                        />
                      ),
                    },
                  ]),
              {
                value: 'withhold',
                label: 'Withhold it',
                conditional: (
                  <Radios
                    name="reason"
                    legend="Why"
                    small
                    value={typed['reason']}
                    items={withholdReasons.map((reason) => ({ value: reason, label: reasonWords[reason] }))}
                    {...refusedSet(problems, 'reason')}
                  />
                ),
              },
              {
                value: 'pass',
                label: 'Pass it to the safeguarding lead',
                hint:
                  props.home === null
                    ? 'Nobody is named who could receive it'
                    : `At once, when in doubt too. ` +
                      `${props.isElsewhere && props.setting !== null ? `${props.setting} has named no safeguarding lead. ` : ''}It ` +
                      `goes to the safeguarding lead of ${props.home}, leaves this list, and cannot be taken back`,
              },
            ]}
            {...refusedSet(problems, 'outcome')}
          />
          {!props.voided && (
            <Checkboxes
              name="quote"
              legend="Could a classmate recognise who wrote this?"
              small
              values={typed['quote'] === 'yes' ? ['yes'] : []}
              items={[
                {
                  value: 'yes',
                  label: 'No. Once cleared, it may be used as a quote',
                  hint: 'Quotes say the phase only, never the setting',
                },
              ]}
            />
          )}
          <ButtonGroup>
            <Button>Save</Button>
            <a href={props.back}>Back to the survey</a>
          </ButtonGroup>
        </PostForm>
      )}
    </>
  );
}
