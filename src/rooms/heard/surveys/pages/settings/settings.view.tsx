import type { FieldProblem, Typed } from '#base/form.js';
import type { Audience } from '#rooms/heard/instruments/index.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Fieldset } from '#ui/fieldset/fieldset.js';
import { Input } from '#ui/input/input.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Radios } from '#ui/radios/radios.js';
import { Table } from '#ui/table/table.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import { answerWords, audienceWords } from '../../view-words.js';
import { settingAnswers } from '../../words.js';

export interface AskViewProps {
  readonly name: string;
  readonly action: string;
  readonly q: string;
  readonly done: string | null;
  readonly problems: readonly FieldProblem[];
  /** Null where nothing was looked for. */
  readonly found:
    | readonly { readonly id: string; readonly name: string; readonly kind: string; readonly isAsked: boolean }[]
    | null;
  readonly asked: readonly {
    readonly name: string;
    readonly href: string;
    readonly id: string;
    readonly isInvited: boolean;
    readonly answer: string;
  }[];
  readonly pages: PaginationProps | null;
  /** The own organisation, which may be a setting of its own survey; null where it is one already. */
  readonly own: { readonly id: string; readonly name: string } | null;
}

function Ask({ action, id, text }: { readonly action: string; readonly id: string; readonly text: string }) {
  return (
    <PostForm action={action} noValidate>
      <input type="hidden" name="setting" value={id} />
      <Button kind="secondary">{text}</Button>
    </PostForm>
  );
}

export function AskView({ name, action, q, done, problems, found, asked, pages, own }: AskViewProps) {
  return (
    <>
      <Done>{done}</Done>
      <Refused problems={problems} />
      <PageHeading
        caption={name}
        lead="A setting is an organisation of Kept, often a school. It sees the survey once it is asked, says whether it takes part, and opens its own ways in."
      >
        Settings
      </PageHeading>
      {asked.length > 0 && (
        <Table
          caption="Settings so far"
          narrow="stack"
          firstCellIsHeader
          head={[{ content: 'Setting' }, { content: 'Answer' }]}
          rows={asked.map((one) => [
            { content: <a href={one.href}>{one.name}</a> },
            {
              content: one.isInvited ? one.answer : <Ask action={action} id={one.id} text={`Ask ${one.name}`} />,
            },
          ])}
        />
      )}
      {pages && <Pagination {...pages} />}
      <form method="get" action={action} noValidate>
        <Input
          name="q"
          value={q}
          {...refusedField(problems, 'q')}
          label="Look for an organisation by its name"
          hint="Three letters or more"
          type="search"
        />
        <Button kind="secondary">Look</Button>
      </form>
      {found !== null &&
        (found.length === 0 ? (
          <EmptyState title="No organisation of that name">
            Only organisations that use Kept can be asked. Others can be invited to it through the register of a
            charter.
          </EmptyState>
        ) : (
          <Table
            caption="Found"
            narrow="stack"
            firstCellIsHeader
            head={[{ content: 'Organisation' }, { content: 'Kind' }, { content: 'Ask' }]}
            rows={found.map((one) => [
              { content: one.name },
              { content: one.kind },
              {
                content: one.isAsked ? 'Asked already' : <Ask action={action} id={one.id} text={`Ask ${one.name}`} />,
              },
            ])}
          />
        ))}
      {own && (
        <section>
          <h2>Your own people</h2>
          <p>{`${own.name} can be a setting of its own survey.`}</p>
          <Ask action={action} id={own.id} text="Add our own organisation" />
        </section>
      )}
    </>
  );
}

export interface SettingViewProps {
  readonly survey: string;
  readonly setting: string;
  readonly asker: string;
  readonly isOwn: boolean;
  readonly audiences: readonly Audience[];
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  /** Whether parents are asked first. */
  readonly isConsent: boolean;
  /** What stops working where the setting does not take part. */
  readonly ending: readonly string[];
  /** False once the survey is over. */
  readonly mayAnswer: boolean;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

export function SettingView(props: SettingViewProps) {
  const { typed, problems, audiences } = props;
  const number = (name: string, label: string) => (
    <Input
      name={name}
      value={typed[name] ?? ''}
      {...refusedField(problems, name)}
      label={label}
      inputmode="numeric"
      class="govuk-input--width-5"
    />
  );
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={props.survey}
        lead={
          props.isOwn
            ? 'What this setting says of itself. Its own lead can answer, and so can you.'
            : `${props.asker} asks you to take part. You see numbers in bands while it is open, and tables of your own setting afterwards.`
        }
      >
        {props.setting}
      </PageHeading>
      {props.links.length > 0 && (
        <ul>
          {props.links.map(({ text, href }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      {props.mayAnswer ? (
        <PostForm noValidate>
          <Radios
            {...refusedSet(problems, 'answer')}
            name="answer"
            legend="Does this setting take part?"
            value={typed['answer']}
            items={settingAnswers.map((one) => ({ value: one, label: answerWords[one] }))}
          />
          {props.ending.length > 0 && (problems.some(({ field }) => field === 'sure') || typed['sure'] === 'yes') && (
            <>
              <WarningText>
                If this setting does not take part, these stop working at once, also on devices that have answers
                waiting. They work again if the setting takes part again before the survey ends.
              </WarningText>
              <ul>
                {props.ending.map((one) => (
                  <li>{one}</li>
                ))}
              </ul>
              <Checkboxes
                {...refusedSet(problems, 'sure')}
                name="sure"
                legend="Before you save"
                values={typed['sure'] === 'yes' ? ['yes'] : []}
                items={[{ value: 'yes', label: 'Stop these codes and cards' }]}
              />
            </>
          )}
          <Input
            name="turnTo"
            value={typed['turnTo'] ?? ''}
            {...refusedField(problems, 'turnTo')}
            label="Whom can somebody turn to here?"
            hint="“Ms Khan, the safeguarding lead, in room 4”. Every page of the survey names that person, in sessions and on cards that you open from now on"
          />
          {audiences.map((audience, index) => (
            <Fieldset legend={audienceWords[audience]} legendClass="govuk-fieldset__legend--s">
              {number(`eligible-${index}`, 'How many could take part')}
              {audience.startsWith('student') &&
                number(
                  `opted-out-${index}`,
                  props.isConsent ? 'For how many is there no yes from parents' : 'For how many did parents say no',
                )}
            </Fieldset>
          ))}
          <p>Give numbers only. Names of those who opted out stay with the setting.</p>
          <Button>Save</Button>
        </PostForm>
      ) : (
        <p>The survey is over: what the setting said stays as it is.</p>
      )}
    </>
  );
}
