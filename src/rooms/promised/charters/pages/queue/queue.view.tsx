import type { FieldProblem, Typed } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { redactionMarks } from '#base/redaction.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { Radios } from '#ui/radios/radios.js';
import { Tag } from '#ui/tag/tag.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { reasonWords } from '../../view-words.js';
import { type SuggestionKind, type WithholdReason, withholdReasons } from '#rooms/promised/together/index.js';

export interface QueueLine {
  readonly href: string;
  readonly title: string;
  readonly day: string;
  readonly state: 'waiting' | 'cleared' | 'withheld';
  readonly edited: boolean;
  readonly reason: WithholdReason | null;
  readonly passedOn: string | null;
}

export interface QueueProps {
  readonly done: string | null;
  readonly back: string;
  readonly waiting: readonly QueueLine[];
  readonly read: readonly QueueLine[];
}

const kindWords: Readonly<Record<SuggestionKind, string>> = {
  clause: 'A new clause',
  change: 'Other words for a clause',
  words: 'Something to say',
};

export function suggestionTitle(kind: SuggestionKind, about: string | null): string {
  return about === null ? kindWords[kind] : `${kindWords[kind]}: ${about}`;
}

export function Queue({ done, back, waiting, read }: QueueProps) {
  return (
    <>
      <Done>{done}</Done>
      <PageHeading lead="Nobody in the room sees what was written before you have read it. Read within one school day. Nothing here tells who wrote it.">
        What young people wrote
      </PageHeading>
      <h2>{`To read (${waiting.length})`}</h2>
      {waiting.length === 0 ? <EmptyState title="Nothing waits" level={3} /> : <Lines lines={waiting} />}
      {read.length > 0 && (
        <section>
          <h2>{`Read (${read.length})`}</h2>
          <Lines lines={read} />
        </section>
      )}
      <p>
        <a href={back}>Back to the charter</a>
      </p>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly QueueLine[] }) {
  return (
    <Entries>
      {lines.map((one) => (
        <Entry
          level={3}
          title={one.title}
          href={one.href}
          facts={
            <span class="facts-line">
              <Tag tone={one.state === 'cleared' ? 'green' : one.state === 'withheld' ? 'grey' : 'blue'}>
                {one.state === 'cleared'
                  ? one.edited
                    ? 'Shown, edited'
                    : 'Shown'
                  : one.state === 'withheld'
                    ? 'Withheld'
                    : 'To read'}
              </Tag>
              <span>{plainDate(one.day)}</span>
              {one.reason !== null && <span class="soft">{reasonWords[one.reason]}</span>}
              {one.passedOn !== null && (
                <strong>{`Passed to the safeguarding lead on ${plainDate(one.passedOn)}`}</strong>
              )}
            </span>
          }
        />
      ))}
    </Entries>
  );
}

export interface ReadSuggestionProps {
  readonly action: string;
  readonly back: string;
  readonly title: string;
  readonly kind: SuggestionKind;
  readonly state: 'waiting' | 'cleared' | 'withheld';
  readonly pledge: {
    readonly aim: string;
    readonly steps: readonly string[];
    readonly effect: { readonly verb: 'can' | 'feel'; readonly words: string } | null;
  } | null;
  readonly body: string | null;
  /** It is with the safeguarding leads, and no copy stayed. */
  readonly isGone: boolean;
  readonly edited: boolean;
  readonly passedOn: string | null;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly safeguarding: string;
}

export function ReadSuggestion(props: ReadSuggestionProps) {
  const { typed, problems } = props;
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  return (
    <>
      <Refused problems={problems} />
      <PageHeading>{props.title}</PageHeading>
      {props.isGone ? (
        <p>This was passed to the safeguarding lead. Nobody else keeps a copy, and nobody can take it back.</p>
      ) : props.pledge ? (
        <Pledge {...props.pledge} />
      ) : (
        <InsetText class="no-top">
          <p class="as-typed">{props.body}</p>
        </InsetText>
      )}
      {props.edited && <p class="soft">An adult took something out. What stood there was not kept.</p>}
      {props.passedOn !== null && <p>{`Passed to the safeguarding lead on ${plainDate(props.passedOn)}.`}</p>}
      <PostForm action={props.action} noValidate>
        <Radios
          name="outcome"
          legend="What happens to it"
          value={typed['outcome']}
          items={[
            ...(props.state === 'waiting'
              ? [
                  {
                    value: 'clear',
                    label: 'Show it as it is',
                    hint: 'No name, nobody who can be recognised, nothing that hurts',
                  },
                  {
                    value: 'edit',
                    label: 'Take something out, then show it',
                    hint:
                      `Only to protect somebody. In place of what you take out you can write ` +
                      `${redactionMarks.join(', ')}. Add and change nothing else. It is marked as edited, and the ` +
                      `original is not kept`,
                    conditional: props.pledge ? (
                      <>
                        <Textarea {...field('aim')} label="We will …" rows={2} />
                        <Textarea {...field('steps')} label="by …" hint="One step on each line" rows={3} />
                        <Textarea {...field('effect')} label="So, you …" rows={2} />
                      </>
                    ) : (
                      <Textarea {...field('body')} label="What is shown" rows={4} />
                    ),
                  },
                ]
              : []),
            {
              value: 'withhold',
              label: 'Do not show it',
              conditional: (
                <>
                  <Radios
                    name="reason"
                    legend="Why"
                    small
                    value={typed['reason']}
                    items={withholdReasons.map((reason) => ({ value: reason, label: reasonWords[reason] }))}
                    {...refusedSet(problems, 'reason')}
                  />
                  <Checkboxes
                    name="pass"
                    legend="If somebody may not be safe"
                    small
                    values={typed['pass'] === 'yes' ? ['yes'] : []}
                    items={[
                      {
                        value: 'yes',
                        label: 'I pass it to the safeguarding lead today',
                        hint:
                          `${props.safeguarding}. It goes to the safeguarding leads of your organisation in Kept, ` +
                          `and no copy stays here. Letters about it never carry its words`,
                      },
                    ]}
                  />
                </>
              ),
            },
          ]}
          {...refusedSet(problems, 'outcome')}
        />
        <ButtonGroup>
          <Button>Save</Button>
          <a href={props.back}>Back to the list</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
