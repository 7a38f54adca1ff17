import type { FieldProblem } from '#base/form.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { CoverageMark } from '#ui/coverage/coverage.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select, type SelectItem } from '#ui/select/select.js';
import { Table } from '#ui/table/table.js';
import { careOfferPaths } from '../../paths.js';
import type { CoverageLine } from '../../published.js';
import { SaidBy } from '../authority/authority.view.js';

type Line = CoverageLine & { readonly others: number };

export interface SheetTyped {
  /** "theme" or "theme ask". */
  readonly about: string;
  readonly state: string;
  readonly source: string;
  readonly sourceUrl: string;
  readonly on: string;
}

export interface SheetProps {
  readonly councils: readonly SelectItem[];
  readonly authority: { readonly code: string; readonly name: string } | null;
  readonly framework: string;
  readonly kinds: readonly {
    readonly key: string;
    readonly title: string;
    readonly said: Line | null;
    readonly offers: number;
    readonly asks: readonly {
      readonly key: string;
      readonly body: string;
      readonly said: Line | null;
      readonly offers: readonly { readonly title: string; readonly href: string }[];
    }[];
  }[];
  readonly typed: SheetTyped;
  readonly problems: readonly FieldProblem[];
  readonly done: boolean;
}

export function Sheet({ councils, authority, framework, kinds, typed, problems, done }: SheetProps) {
  return (
    <>
      <Refused problems={problems} />
      {done && <NotificationBanner kind="success" text="It is recorded, with its source and date." />}
      <PageHeading
        lead={
          'Of each kind of ask and each ask: offered, partly, not offered, or not known. Every answer needs a source ' +
          'and a day. What nobody says stays not known.'
        }
      >
        What is covered
      </PageHeading>
      {councils.length !== 1 && (
        <form class="filter" method="get" action={careOfferPaths.sheet()}>
          <Select
            id="council"
            name="authority"
            label="Council"
            value={authority?.code ?? ''}
            items={[{ value: '', text: 'Choose a council' }, ...councils]}
          />
          <Button kind="secondary">Show</Button>
        </form>
      )}
      {authority === null || kinds.length === 0 ? (
        <EmptyState title="Choose a council first">
          {councils.length === 0
            ? 'There is no council in the directory of which your organisation may say anything.'
            : 'Then say what it offers, ask by ask.'}
        </EmptyState>
      ) : (
        <>
          <h2>{`Say something of ${authority.name}`}</h2>
          <PostForm action={careOfferPaths.sheet()} noValidate>
            <input type="hidden" name="authority" value={authority.code} />
            <input type="hidden" name="framework" value={framework} />
            <Select
              name="about"
              label="Kind of ask, or ask"
              value={typed.about}
              items={[
                { value: '', text: 'Choose one' },
                ...kinds.flatMap(({ key, title, asks }) => [
                  { value: key, text: `${title}: as a whole` },
                  ...asks.map((ask) => ({ value: `${key} ${ask.key}`, text: `${title}: ${ask.body}` })),
                ]),
              ]}
              {...refusedField(problems, 'about')}
            />
            <Radios
              name="state"
              legend="Is it offered?"
              value={typed.state}
              items={[
                { value: 'offered', label: 'Offered' },
                { value: 'partly', label: 'Partly' },
                { value: 'not offered', label: 'Not offered' },
                { value: 'not known', label: 'Not known', hint: 'Takes back what your organisation said before' },
              ]}
              {...refusedSet(problems, 'state')}
            />
            <Input
              name="source"
              label="Where you know it from"
              hint="Like “our local offer” or “reply to our survey of the forum”"
              value={typed.source}
              {...refusedField(problems, 'source')}
            />
            <Input
              name="sourceUrl"
              label="Its web address, if it has one"
              value={typed.sourceUrl}
              {...refusedField(problems, 'sourceUrl')}
            />
            <Input
              name="on"
              label="True on"
              hint="Day, month and year, like 26/11/2026"
              value={typed.on}
              class="govuk-input--width-10"
              {...refusedField(problems, 'on')}
            />
            <Button>Record it</Button>
          </PostForm>
          <h2>What stands now</h2>
          <Table
            narrow="stack"
            caption={`${authority.name}, by kind of ask and ask`}
            head={[{ content: 'Kind of ask, or ask' }, { content: 'Answer' }, { content: 'How it is known' }]}
            rows={kinds.flatMap(({ title, said, offers, asks }) => [
              [
                { content: <strong>{title}</strong> },
                { content: <CoverageMark state={said?.state ?? 'not known'} words /> },
                {
                  content: said ? (
                    <SaidBy line={said} />
                  ) : offers > 0 ? (
                    `Nobody has said of the whole; ${offers === 1 ? 'there is an offer' : `there are ${offers} offers`} of this kind`
                  ) : (
                    'Nobody has said of the whole'
                  ),
                },
              ],
              ...asks.map((ask) => [
                { content: ask.body },
                { content: <CoverageMark state={ask.said?.state ?? 'not known'} words /> },
                {
                  content: ask.said ? (
                    <SaidBy line={ask.said} />
                  ) : ask.offers.length === 0 ? (
                    'Nobody has said'
                  ) : (
                    <>
                      Nobody has said, but there is an offer for it. Does it answer the ask?{' '}
                      {ask.offers.map(({ title: name, href }) => (
                        <a href={href}>{name}</a>
                      ))}
                    </>
                  ),
                },
              ]),
            ])}
          />
        </>
      )}
    </>
  );
}
