import { longDate, plainTime } from '#base/london.js';
import type { Lines } from '#base/prose.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Details } from '#ui/details/details.js';
import { Doubt, doubtMessageId, lineWords } from '#ui/doubt/doubt.js';
import { FieldsetFrame } from '#ui/form-group/fieldset-frame.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { JumpLinks } from '#ui/jump-links/jump-links.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { Cards, Columns, PageHeading } from '#ui/page/page.js';
import { Select } from '#ui/select/select.js';
import { lineAnchor, Source } from '#ui/source/source.js';
import { Stat } from '#ui/stat/stat.js';
import { Tag } from '#ui/tag/tag.js';
import { TextButton } from '#ui/text-button/text-button.js';
import type { EarlierAnswers, ImportSheet } from '../../lookups.js';
import { importPaths } from '../../paths.js';
import { answerKind, answerMeaning, unplacedSubject } from '../../rules.js';
import { answerNames, answerWords } from '../../view-words.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { blockWords } from './block-words.js';
import { inOrder, openDoubts, type Refusal, valueId, wrongPairs } from './refusal.js';
import { WhatWasRead } from './what-was-read.view.js';
import type { Doubt as DoubtRecord } from '#rooms/decided/pack-reading/index.js';

export interface CheckProps {
  readonly sheet: ImportSheet;
  /** Answers that an earlier file has for what is open here. */
  readonly earlier: EarlierAnswers | null;
  /** What was wrong with the form just sent, and what was typed into it. */
  readonly refusal: Refusal | null;
  readonly done: string | null;
}

export function Check({ sheet, earlier, refusal, done }: CheckProps) {
  const { reading, corrected } = sheet;
  const isBusy = sheet.state === 'publishing';
  const marked: readonly Lines[] = reading.doubts.flatMap((doubt) => doubt.evidence.map((place) => place.lines));
  const date = corrected.meeting?.date ?? corrected.minutes.find((minutes) => minutes.date)?.date ?? null;
  return (
    <>
      <Refused problems={refusal?.problems ?? []} />
      {done && <NotificationBanner kind="success" text={done} />}
      <PageHeading
        caption={`Import: ${sheet.name}`}
        lead={
          date
            ? `${longDate(date)}${corrected.meeting?.start ? `, ${plainTime(corrected.meeting.start)}` : ''}`
            : 'The text gives no date for the meeting.'
        }
      >
        {corrected.board?.name ?? 'Which board is this?'}
      </PageHeading>
      <Cards small>
        <Stat
          value={sheet.open}
          label={sheet.open === 1 ? 'doubt is open' : 'doubts are open'}
          note={`of ${reading.doubts.length}`}
        />
        <Stat
          value={reading.unplaced.length}
          label={reading.unplaced.length === 1 ? 'piece of text has no place' : 'pieces of text have no place'}
        />
        <Stat
          value={reading.source.lines}
          label="lines were read"
          note={sheet.state === 'published' ? 'and published' : 'nothing is public yet'}
        />
      </Cards>
      <JumpLinks
        label="Parts of this page"
        links={[
          { text: 'The meeting', href: '#meeting' },
          { text: 'What does not add up', href: '#doubts', count: reading.doubts.length },
          { text: 'What could not be placed', href: '#unplaced', count: reading.unplaced.length },
          { text: 'What was read', href: '#read' },
          { text: 'Publish', href: '#publish' },
        ]}
      />
      <Columns
        share="equal"
        asideLast
        sticky
        aside={<Source title={sheet.name} lines={sheet.lines} marked={marked} tall />}
      >
        <section aria-labelledby="meeting">
          <h2 id="meeting">The meeting</h2>
          <ParticularsForm sheet={sheet} refusal={refusal?.subject === 'meeting' ? refusal : null} />
        </section>
        <section aria-labelledby="doubts">
          <h2 id="doubts">What does not add up</h2>
          {reading.doubts.length === 0 ? (
            <p>Nothing: everything that Kept checks agrees.</p>
          ) : (
            <p>
              “{answerNames.corrected}” publishes what you give in place of what was read, “{answerNames.accepted}” says
              that you looked and the text is to stay as it is, and “{answerNames['set aside']}” says that there is no
              doubt here.
            </p>
          )}
          {earlier && <EarlierPart sheet={sheet} earlier={earlier} />}
          {inOrder(reading.doubts).map((doubt) => (
            <Doubt
              id={doubt.id}
              weight={doubt.weight}
              message={doubt.message}
              evidence={doubt.evidence}
              answer={answerWords(sheet.settlements.find((settlement) => settlement.subject === doubt.id))}
            >
              {!isBusy && (
                <AnswerForm sheet={sheet} doubt={doubt} refusal={refusal?.subject === doubt.id ? refusal : null} />
              )}
            </Doubt>
          ))}
        </section>
        <section aria-labelledby="unplaced">
          <h2 id="unplaced">What could not be placed</h2>
          {reading.unplaced.length === 0 ? (
            <p>Every line has its place.</p>
          ) : (
            <>
              <p>Nothing is lost: this text is published at the end of the pack unless you set it aside.</p>
              <ul>
                {reading.unplaced.map((text) => {
                  const isAside = sheet.settlements.some(
                    (settlement) =>
                      settlement.subject === unplacedSubject(text.lines) && settlement.outcome === 'set aside',
                  );
                  return (
                    <li id={unplacedSubject(text.lines)}>
                      {isAside && <Tag>Set aside</Tag>}{' '}
                      <a href={`#${lineAnchor(text.lines.from)}`}>{lineWords(text.lines)}</a>
                      {text.under && <span class="soft"> under “{text.under}”</span>}
                      <p>{blockWords(text.block)}</p>
                      {!isBusy && (
                        <PostForm action={importPaths.unplaced({ import: sheet.id, line: text.lines.from })}>
                          <TextButton
                            name="outcome"
                            value={isAside ? 'accepted' : 'set aside'}
                            about={lineWords(text.lines)}
                          >
                            {isAside ? 'Put back' : 'Set aside'}
                          </TextButton>
                        </PostForm>
                      )}
                    </li>
                  );
                })}
              </ul>
            </>
          )}
        </section>
        <section aria-labelledby="read">
          <h2 id="read">What was read</h2>
          <WhatWasRead reading={corrected} />
        </section>
        <section aria-labelledby="publish">
          <h2 id="publish">Publish</h2>
          <PublishPart sheet={sheet} />
        </section>
      </Columns>
    </>
  );
}

interface AnswerFormProps {
  readonly sheet: ImportSheet;
  readonly doubt: DoubtRecord;
  readonly refusal: CheckProps['refusal'];
}

function AnswerForm({ sheet, doubt, refusal }: AnswerFormProps) {
  const settled = sheet.settlements.some((settlement) => settlement.subject === doubt.id);
  const kind = answerKind(doubt, sheet.reading);
  const meaning = answerMeaning(doubt);
  // Forty doubts have the same three buttons: each says by its description which doubt it answers.
  const about = { 'aria-describedby': doubtMessageId(doubt.id) };
  return (
    <PostForm action={importPaths.answer({ import: sheet.id, doubt: doubt.id })} noValidate>
      {settled && refusal === null ? (
        <TextButton name="outcome" value="open" about={doubt.message}>
          Answer again
        </TextButton>
      ) : (
        <>
          <AnswerControl doubt={doubt} kind={kind} refusal={refusal} />
          {meaning && <p class="soft">{meaning}</p>}
          <ButtonGroup>
            {kind !== 'none' && (
              <Button name="outcome" value="corrected" attributes={about}>
                {answerNames.corrected}
              </Button>
            )}
            <Button name="outcome" value="accepted" kind="secondary" attributes={about}>
              {answerNames.accepted}
            </Button>
            <Button name="outcome" value="set aside" kind="secondary" attributes={about}>
              {answerNames['set aside']}
            </Button>
          </ButtonGroup>
        </>
      )}
    </PostForm>
  );
}

function AnswerControl({
  doubt,
  kind,
  refusal,
}: {
  readonly doubt: DoubtRecord;
  readonly kind: ReturnType<typeof answerKind>;
  readonly refusal: CheckProps['refusal'];
}) {
  const id = valueId(doubt.id);
  const typed = refusal?.typed['value'];
  const field = {
    name: 'value',
    id,
    describedBy: doubtMessageId(doubt.id),
    ...refusedField(refusal?.problems ?? [], id),
  };
  switch (kind) {
    case 'choice':
      return (
        <Select
          {...field}
          label="What is right?"
          items={[{ text: 'Choose', value: '' }, ...doubt.choices.map((choice) => ({ text: choice, value: choice }))]}
          value={typed ?? ''}
        />
      );
    case 'date':
      return <Input {...field} type="date" label="The date" value={typed} class="govuk-input--width-10" />;
    case 'text':
      return (
        <Input
          {...field}
          label="Who owes it?"
          hint="A person, or a role such as “Head of Service”"
          value={typed}
          class="govuk-input--width-20"
        />
      );
    case 'number':
      return <Input {...field} label="Its number" value={typed} class="govuk-input--width-5" />;
    case 'pairs':
      return <PairsControl doubt={doubt} refusal={refusal} />;
    case 'none':
      return null;
  }
}

function PairsControl({ doubt, refusal }: { readonly doubt: DoubtRecord; readonly refusal: CheckProps['refusal'] }) {
  const id = valueId(doubt.id);
  const error = refusal?.problems[0]?.message;
  const wrong = refusal ? wrongPairs(doubt, refusal.typed) : [];
  return (
    <FieldsetFrame
      field={{ legend: 'Who stood in for whom?', error, describedBy: doubtMessageId(doubt.id) }}
      prefix={id}
      controls={() =>
        doubt.evidence.map((place, index) => (
          <>
            <input type="hidden" name={`substitute-${index}`} value={place.words} />
            <Select
              name={`absent-${index}`}
              id={valueId(doubt.id, index)}
              label={`${place.words} stood in for`}
              items={[
                { text: 'Not known', value: '' },
                ...doubt.choices.map((choice) => ({ text: choice, value: choice })),
              ]}
              value={refusal?.typed[`absent-${index}`] ?? ''}
              {...(wrong.includes(index)
                ? { class: 'govuk-select--error', describedBy: `${id}-error`, attributes: { 'aria-invalid': 'true' } }
                : {})}
            />
          </>
        ))
      }
    />
  );
}

function EarlierPart({ sheet, earlier }: { readonly sheet: ImportSheet; readonly earlier: EarlierAnswers }) {
  const count = earlier.answers.length;
  return (
    <InsetText>
      <PostForm action={importPaths.earlierAnswers({ import: sheet.id })}>
        <input type="hidden" name="from" value={earlier.import} />
        <p>
          {count === 1 ? 'One of these doubts was' : `${count} of these doubts were`} answered before, in{' '}
          <a href={importPaths.check({ import: earlier.import })}>{earlier.name}</a>, with exactly the same words.
        </p>
        <Button kind="secondary">{count === 1 ? 'Use that answer' : 'Use those answers'}</Button>
      </PostForm>
    </InsetText>
  );
}

function ParticularsForm({ sheet, refusal }: { readonly sheet: ImportSheet; readonly refusal: CheckProps['refusal'] }) {
  const { corrected } = sheet;
  const value = (name: string, otherwise: string | null | undefined): string => refusal?.typed[name] ?? otherwise ?? '';
  const meeting = corrected.meeting;
  const problems = refusal?.problems ?? [];
  const isIncomplete = !corrected.board || !(meeting?.date ?? corrected.minutes.find((minutes) => minutes.date)?.date);
  return (
    <Details summary="Board, date, time and place" open={isIncomplete || refusal !== null}>
      <PostForm action={importPaths.particulars({ import: sheet.id })} noValidate>
        <Input
          name="board"
          label="Board"
          hint="The same name as before puts it with the board that Kept knows"
          value={value('board', corrected.board?.name)}
          {...refusedField(problems, 'board')}
        />
        <Input
          name="date"
          type="date"
          label="Date"
          value={value('date', meeting?.date ?? corrected.minutes[0]?.date)}
          class="govuk-input--width-10"
          {...refusedField(problems, 'date')}
        />
        <Input
          name="start"
          type="time"
          label="Start (may be left empty)"
          value={value('start', meeting?.start)}
          class="govuk-input--width-5"
          {...refusedField(problems, 'start')}
        />
        <Input
          name="place"
          label="Place (may be left empty)"
          value={value('place', meeting?.place)}
          {...refusedField(problems, 'place')}
        />
        <Select
          name="mode"
          label="How people meet"
          items={[
            { text: 'Not known', value: '' },
            { text: 'In person', value: 'in person' },
            { text: 'Online', value: 'remote' },
            { text: 'Hybrid: in person and online', value: 'hybrid' },
          ]}
          value={value('mode', meeting?.mode)}
        />
        <Button kind="secondary">Save the particulars</Button>
      </PostForm>
    </Details>
  );
}

function PublishPart({ sheet }: { readonly sheet: ImportSheet }) {
  const title = sheet.corrected.board?.name;
  const { board, meeting, minutes } = sheet.corrected;
  const hasDate = meeting?.date || minutes.some(({ date }) => date);
  const [first, ...others] = openDoubts(sheet);
  if (sheet.state === 'publishing') return <InsetText>The meeting is being published.</InsetText>;
  return (
    <>
      {sheet.state === 'published' && (
        <InsetText>
          This import was published. Publishing again makes a new version where something has changed, and none where
          nothing has.
        </InsetText>
      )}
      {!board?.name && (
        <p>
          Before it can be published, <a href="#board">say which board this is</a>.
        </p>
      )}
      {!hasDate && (
        <p>
          Before it can be published, <a href="#date">say on which day the meeting is or was</a>.
        </p>
      )}
      {sheet.open > 0 && (
        <PostForm action={importPaths.acceptRest({ import: sheet.id })}>
          <p>
            {sheet.open === 1 ? 'One doubt is' : `${sheet.open} doubts are`} open and{' '}
            {sheet.open === 1 ? 'stands' : 'stand'} in the way of publishing.{' '}
            {sheet.open === 1 ? 'It is' : 'The first is'}: {first && <a href={`#${first.id}`}>{first.message}</a>}
          </p>
          {others.length > 0 && (
            <Details summary={others.length === 1 ? 'The other one' : `The other ${others.length}`}>
              <ul>
                {others.map((doubt) => (
                  <li>
                    <a href={`#${doubt.id}`}>{doubt.message}</a>
                  </li>
                ))}
              </ul>
            </Details>
          )}
          <p>You can answer each, or leave what is left as it stands in the text.</p>
          <Button kind="secondary">Leave the rest as printed</Button>
        </PostForm>
      )}
      <PostForm action={importPaths.publish({ import: sheet.id })}>
        <p>
          Publishing makes the meeting public{title ? ` under ${title}` : ''}: an accessible page, a tagged PDF and
          data. A version that is published stays as it is; corrections become a new version.
        </p>
        <Button>Publish</Button>
      </PostForm>
    </>
  );
}
