import { Button } from '#ui/button/button.js';
import { CoverageKey, CoverageMark } from '#ui/coverage/coverage.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { PageHeading } from '#ui/page/page.js';
import { Select, type SelectItem } from '#ui/select/select.js';
import { Table } from '#ui/table/table.js';
import { careOfferPaths } from '../../paths.js';
import { kindsWorkedOut } from '../../view-words.js';
import type { CoverageState } from '../../words.js';

interface Side {
  readonly state: CoverageState;
  readonly offers: readonly { readonly title: string; readonly href: string }[];
}

export interface CompareViewProps {
  readonly a: string;
  readonly b: string;
  readonly councils: readonly SelectItem[];
  /** One of the two was not chosen, or is not known. */
  readonly incomplete: boolean;
  readonly same: boolean;
  readonly found: {
    readonly a: Named;
    readonly b: Named;
    readonly kinds: readonly { readonly title: string; readonly a: Side; readonly b: Side }[];
  } | null;
}

interface Named {
  readonly name: string;
  readonly href: string;
}

export function CompareView({ a, b, councils, incomplete, same, found }: CompareViewProps) {
  const items = [{ value: '', text: 'Choose a council' }, ...councils];
  return (
    <>
      <PageHeading lead={`Kind by kind, side by side. “Not known” does not count against a council. ${kindsWorkedOut}`}>
        {found ? `${found.a.name} and ${found.b.name}` : 'Compare two councils'}
      </PageHeading>
      <form class="filter" method="get" action={careOfferPaths.compare()}>
        <Select name="a" label="One council" value={a} items={items} />
        <Select name="b" label="Another council" value={b} items={items} />
        <Button kind="secondary">Compare</Button>
      </form>
      {incomplete && <InsetText>Choose two councils from the lists.</InsetText>}
      {same && <InsetText>These are the same council. Choose another one.</InsetText>}
      {found && (
        <>
          <p>
            Everything that is known of <a href={found.a.href}>{found.a.name}</a>
            {!same && (
              <>
                {' '}
                and of <a href={found.b.href}>{found.b.name}</a>
              </>
            )}
            , with sources and dates.
          </p>
          <CoverageKey />
          <Table
            narrow="stack"
            firstCellIsHeader
            caption="What each offers, by kind of ask"
            head={[{ content: 'Kind of ask' }, { content: found.a.name }, { content: found.b.name }]}
            rows={found.kinds.map((kind) => [
              { content: kind.title },
              { content: <SideCell {...kind.a} /> },
              { content: <SideCell {...kind.b} /> },
            ])}
          />
        </>
      )}
    </>
  );
}

function SideCell({ state, offers }: Side) {
  return (
    <>
      <CoverageMark state={state} words />
      {offers.length > 0 && (
        <ul>
          {offers.map(({ title, href }) => (
            <li>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
