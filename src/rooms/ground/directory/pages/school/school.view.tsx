import { plainDate } from '#base/london.js';
import { PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import type { SchoolStatus } from '../../words.js';
import { SchoolState } from '../schools/school-list.view.js';

export interface SchoolViewProps {
  readonly urn: number;
  readonly name: string;
  readonly status: SchoolStatus;
  readonly phase: string | null;
  readonly kind: string;
  readonly laestab: string | null;
  readonly ukprn: string | null;
  readonly opens: string | null;
  readonly closes: string | null;
  readonly low_age: number | null;
  readonly high_age: number | null;
  readonly trust: Linked | null;
  readonly town: string | null;
  readonly postcode_area: string | null;
  readonly authority: Linked;
  readonly predecessors: readonly LinkedBefore[];
  readonly successors: readonly LinkedBefore[];
}

interface Linked {
  readonly text: string;
  /** Null where there is no page to go to. */
  readonly href: string | null;
}

interface LinkedBefore extends Linked {
  /** "amalgamated", and from which day. */
  readonly how: string | null;
  readonly since: string | null;
}

/** What the register does not say is not shown as a row: a blank would look like a "no". */
export function SchoolView(props: SchoolViewProps) {
  const place = [props.town, props.postcode_area].filter((one) => one !== null).join(' ');
  const given: readonly (readonly [key: string, value: string | null])[] = [
    ['Phase', props.phase],
    ['Kind', props.kind],
    ['Ages', agesWords(props.low_age, props.high_age)],
    ['Place', place === '' ? null : place],
    [props.status === 'proposed to open' ? 'Opens' : 'Opened', props.opens && plainDate(props.opens)],
    [props.status === 'closed' ? 'Closed' : 'Closes', props.closes && plainDate(props.closes)],
  ];
  const numbers: readonly (readonly [key: string, value: string | null])[] = [
    ['URN', String(props.urn)],
    ['LAESTAB', props.laestab],
    ['UKPRN', props.ukprn],
  ];
  const plain = ([key, value]: readonly [string, string | null]) =>
    value === null || value === '' ? [] : [{ key, value }];
  const links = [
    { key: 'Successor of', schools: props.predecessors },
    { key: props.status === 'closed' ? 'Closed; continued as' : 'To be continued as', schools: props.successors },
  ];
  return (
    <>
      <PageHeading caption="School or setting">{props.name}</PageHeading>
      <SummaryList
        rows={[
          { key: 'State', value: <SchoolState status={props.status} /> },
          ...given.flatMap(plain),
          ...(props.trust === null ? [] : [{ key: 'Trust', value: <Link {...props.trust} /> }]),
          { key: 'Authority', value: <Link {...props.authority} /> },
          ...links.flatMap(({ key, schools }) =>
            schools.length === 0
              ? []
              : [
                  {
                    key,
                    value: (
                      <ul class="govuk-list">
                        {schools.map((school) => (
                          <li>
                            <Link {...school} />
                            {linkWords(school)}
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ],
          ),
          ...numbers.flatMap(plain),
        ]}
      />
      {/* The register gives no number from 999000 on; the demonstration's invented schools have them, and must not pass for the register's. */}
      <p class="soft">
        {String(props.urn).startsWith('999')
          ? 'Invented for the demonstration: the register has no school of this number.'
          : 'From the register of schools, Get Information About Schools. Contains public sector information licensed under the Open Government Licence v3.0.'}
      </p>
    </>
  );
}

function Link({ text, href }: Linked) {
  return href === null ? <>{text}</> : <a href={href}>{text}</a>;
}

function linkWords({ how, since }: LinkedBefore): string {
  const said = [how, since === null ? null : `from ${plainDate(since)}`].filter((one) => one !== null).join(', ');
  return said === '' ? '' : ` (${said})`;
}

function agesWords(low: number | null, high: number | null): string | null {
  if (low !== null && high !== null) return `${low} to ${high}`;
  return low !== null ? `from ${low}` : high === null ? null : `up to ${high}`;
}
