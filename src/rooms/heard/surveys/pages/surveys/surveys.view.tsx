import type { FieldProblem, Typed } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Radios } from '#ui/radios/radios.js';
import { Tag } from '#ui/tag/tag.js';
import { stageWords } from '../../view-words.js';
import type { Stage } from '../../words.js';

export interface SurveysViewProps {
  readonly organisation: string;
  readonly begin: string;
  readonly pages: PaginationProps | null;
  readonly own: readonly SurveyEntry[];
  /** Those that one was asked to take part in. */
  readonly asked: readonly (SurveyEntry & { readonly asker: string; readonly answer: string })[];
}

export interface SurveyEntry {
  readonly name: string;
  readonly href: string;
  readonly stage: Stage;
  readonly days: string;
  readonly wave: number;
}

function Facts({ stage, days, more }: { readonly stage: Stage; readonly days: string; readonly more: string }) {
  return (
    <span class="facts-line">
      <Tag tone={stageWords[stage].tone}>{stageWords[stage].text}</Tag>
      <span>{days}</span>
      <span class="soft">{more}</span>
    </span>
  );
}

export function SurveysView({ organisation, begin, pages, own, asked }: SurveysViewProps) {
  return (
    <>
      <PageHeading
        caption={organisation}
        lead="Put the questions of an instrument to young people and adults. Nobody gives a name, and nobody sees the answers of one person."
      >
        Surveys
      </PageHeading>
      {asked.length > 0 && (
        <section>
          <h2>You are asked to take part</h2>
          <Entries>
            {asked.map((one) => (
              <Entry
                level={3}
                title={one.name}
                href={one.href}
                facts={<Facts stage={one.stage} days={one.days} more={one.answer} />}
              >
                {`Asked by ${one.asker}`}
              </Entry>
            ))}
          </Entries>
        </section>
      )}
      <section>
        <h2>Your own surveys</h2>
        <Button href={begin}>Begin a survey</Button>
        {own.length === 0 ? (
          <EmptyState level={3} title="No survey yet">
            Seal an instrument first; a survey puts its newest version to people.
          </EmptyState>
        ) : (
          <Entries>
            {own.map((one) => (
              <Entry
                level={3}
                title={one.name}
                href={one.href}
                facts={<Facts stage={one.stage} days={one.days} more={`wave ${one.wave}`} />}
              />
            ))}
          </Entries>
        )}
      </section>
      {pages && <Pagination {...pages} />}
    </>
  );
}

export interface BeginViewProps {
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly instruments: readonly { readonly id: string; readonly title: string; readonly hint: string }[];
  readonly instrumentsHref: string;
}

export function BeginView({ typed, problems, instruments, instrumentsHref }: BeginViewProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading lead="Then say whom it asks, fill in the data sheet and have it signed. Nothing is asked before that.">
        Begin a survey
      </PageHeading>
      {instruments.length === 0 ? (
        <EmptyState title="No instrument is sealed yet" action={<a href={instrumentsHref}>Go to your instruments</a>}>
          A survey puts a sealed version of an instrument to people, because such a version never changes.
        </EmptyState>
      ) : (
        <PostForm noValidate>
          <Input
            name="name"
            value={typed['name'] ?? ''}
            {...refusedField(problems, 'name')}
            label="What do you call it?"
            hint="For those who work with it, like “Belonging and safety, autumn”. Those who answer see the title of the instrument"
          />
          <Radios
            {...refusedSet(problems, 'instrument')}
            name="instrument"
            legend="Which instrument does it put to people?"
            value={typed['instrument']}
            items={instruments.map(({ id, title, hint }) => ({ value: id, label: title, hint }))}
          />
          <Button>Begin</Button>
        </PostForm>
      )}
    </>
  );
}
