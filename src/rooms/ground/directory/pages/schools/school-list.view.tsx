/** Schools as a list: what tells two of one name apart, and whether they are open. */
import { Entries, Entry } from '#ui/entry/entry.js';
import { Tag } from '#ui/tag/tag.js';
import type { SchoolStatus } from '../../words.js';

export interface SchoolRowProps {
  readonly href: string;
  readonly urn: number;
  readonly name: string;
  readonly status: SchoolStatus;
  readonly phase: string | null;
  readonly kind: string;
  readonly town: string | null;
  readonly postcode_area: string | null;
  readonly la_name: string;
}

export function SchoolList({ schools, level }: { readonly schools: readonly SchoolRowProps[]; readonly level: 2 | 3 }) {
  return (
    <Entries>
      {schools.map((school) => (
        <Entry
          level={level}
          title={school.name}
          href={school.href}
          facts={[school.phase, school.kind, placeWords(school), `URN ${school.urn}`]
            .filter((fact) => fact !== null)
            .join(', ')}
        >
          {school.status === 'open' ? null : <SchoolState status={school.status} />}
        </Entry>
      ))}
    </Entries>
  );
}

function placeWords({
  town,
  postcode_area,
  la_name,
}: Pick<SchoolRowProps, 'town' | 'postcode_area' | 'la_name'>): string {
  const place = [town, postcode_area].filter((one) => one !== null).join(' ');
  return place === '' || town === la_name ? la_name : `${place}, ${la_name}`;
}

const words: Readonly<Record<SchoolStatus, string>> = {
  open: 'Open',
  closed: 'Closed',
  'proposed to close': 'Open, proposed to close',
  'proposed to open': 'Proposed to open',
};
const tones = { open: 'green', closed: 'grey', 'proposed to close': 'yellow', 'proposed to open': 'blue' } as const;

export function SchoolState({ status }: { readonly status: SchoolStatus }) {
  return <Tag tone={tones[status]}>{words[status]}</Tag>;
}
