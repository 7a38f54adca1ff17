import type { FieldProblem } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { DraftState } from '../work-framework/draft-state.view.js';

export interface OwnFrameworksProps {
  readonly organisation: string;
  readonly action: string;
  readonly frameworks: readonly OwnFrameworkLine[];
  readonly from: string;
  readonly name: string;
  readonly problems: readonly FieldProblem[];
}

export interface OwnFrameworkLine {
  readonly href: string;
  readonly name: string;
  readonly summary: string;
  /** ISO date. */
  readonly changedOn: string;
  readonly version: number | null;
  readonly changes: number;
}

export function OwnFrameworks({ organisation, action, frameworks, from, name, problems }: OwnFrameworksProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={organisation}
        lead="Charters and lists of asks that your organisation keeps. Readers see a version once you publish it."
      >
        Your frameworks
      </PageHeading>
      {frameworks.length === 0 ? (
        <EmptyState title="None yet">Begin one below, from a template or from nothing.</EmptyState>
      ) : (
        <Entries>
          {frameworks.map((one) => (
            <Entry
              title={one.name}
              href={one.href}
              facts={
                <>
                  <DraftState version={one.version} changes={one.changes} />{' '}
                  {`Last changed on ${plainDate(one.changedOn)}`}
                </>
              }
            >
              {one.summary}
            </Entry>
          ))}
        </Entries>
      )}
      <h2>Begin a framework</h2>
      <PostForm action={action} noValidate>
        <Input
          name="name"
          label="Name"
          hint="The address is made from it and stays, even if the name changes later"
          value={name}
          {...refusedField(problems, 'name')}
        />
        <Radios
          name="from"
          legend="Begin from"
          value={from}
          items={[
            {
              value: 'inclusion-charter',
              label: 'The inclusion charter',
              hint: 'Four principles, two values, three impacts, and asks of authorities, schools and young people',
            },
            { value: 'care-leavers-asks', label: 'The care leavers’ asks', hint: 'Eleven kinds of ask of authorities' },
            {
              value: 'charter',
              label: 'An empty charter',
              hint: 'Whoever signs it promises something under each principle',
            },
            { value: 'asks', label: 'An empty list of asks', hint: 'Authorities say of each ask whether they meet it' },
          ]}
          {...refusedSet(problems, 'from')}
        />
        <Button>Begin</Button>
      </PostForm>
    </>
  );
}
