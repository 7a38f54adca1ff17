/** Small registers for the tests of this room, as text. */

export type Cells = Readonly<Record<string, string>>;

export function csvOf(columns: readonly string[], rows: readonly Cells[], end = '\r\n'): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return (
    [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
      .map((cells) => cells.map(quoted).join(','))
      .join(end) + end
  );
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export const schoolColumns = [
  'URN',
  'LA (code)',
  'LA (name)',
  'EstablishmentNumber',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (name)',
  'StatutoryLowAge',
  'StatutoryHighAge',
  'TrustSchoolFlag (name)',
  'Trusts (code)',
  'Trusts (name)',
  'UKPRN',
  'Town',
  'Postcode',
  'HeadTitle (name)',
  'HeadFirstName',
  'HeadLastName',
  'PropsName',
  'TelephoneNum',
  'GSSLACode (name)',
  'Linked establishments',
] as const;

/** A school with every cell filled, some of them changed. */
export function schoolCells(changes: Cells = {}): Cells {
  return {
    URN: '999501',
    'LA (code)': '850',
    'LA (name)': 'Northshire',
    EstablishmentNumber: '2000',
    EstablishmentName: 'Ash Lane School',
    'TypeOfEstablishment (name)': 'Community school',
    'EstablishmentStatus (name)': 'Open',
    OpenDate: '01-09-1970',
    CloseDate: '',
    'PhaseOfEducation (name)': 'Primary',
    StatutoryLowAge: '4',
    StatutoryHighAge: '11',
    'TrustSchoolFlag (name)': 'Not applicable',
    'Trusts (code)': '',
    'Trusts (name)': '',
    UKPRN: '10080446',
    Town: 'Alderton',
    Postcode: 'NS1 2AB',
    'HeadTitle (name)': 'Mx',
    HeadFirstName: 'Zebedee',
    HeadLastName: 'Quillfeather',
    PropsName: 'Peregrine Thistlewood',
    TelephoneNum: '01632960001',
    'GSSLACode (name)': 'E99000001',
    'Linked establishments': 'Does not have links',
    ...changes,
  };
}

export function schoolsFile(...changes: readonly Cells[]): Uint8Array {
  return bytesOf(csvOf(schoolColumns, changes.map(schoolCells)));
}

export const authorityColumns = [
  'local-authority-code',
  'official-name',
  'nice-name',
  'gss-code',
  'start-date',
  'end-date',
  'replaced-by',
  'nation',
  'region',
  'local-authority-type-name',
  'county-la',
  'combined-authority',
] as const;

export function authoritiesFile(...rows: readonly Cells[]): Uint8Array {
  return bytesOf(
    csvOf(
      authorityColumns,
      rows.map((row) => ({ nation: 'England', 'local-authority-type-name': 'Unitary authority', ...row })),
    ),
  );
}

/** Northshire ended and was replaced by two; Alderton is a part of East Northshire. */
export const northshire: readonly Cells[] = [
  {
    'local-authority-code': 'NSH',
    'official-name': 'Northshire County Council',
    'nice-name': 'Northshire',
    'gss-code': 'E99000001',
    'end-date': '2023-04-01',
    'replaced-by': 'ENS,WNS',
    region: 'North East',
  },
  {
    'local-authority-code': 'ENS',
    'official-name': 'East Northshire Council',
    'nice-name': 'East Northshire',
    'gss-code': 'E99000002',
    'start-date': '2023-04-01',
    region: 'North East',
  },
  {
    'local-authority-code': 'WNS',
    'official-name': 'West Northshire Council',
    'nice-name': 'West Northshire',
    'gss-code': 'E99000003',
    'start-date': '2023-04-01',
    region: 'North East',
    'combined-authority': 'XXX',
  },
  {
    'local-authority-code': 'ALD',
    'official-name': 'Alderton Borough Council',
    'nice-name': 'Alderton',
    'gss-code': '',
    region: 'North East',
    'county-la': 'ENS',
  },
];

export const linkColumns = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'] as const;

export function linksFile(
  ...rows: readonly (readonly [urn: string, linked: string, type: string, since?: string])[]
): Uint8Array {
  return bytesOf(
    csvOf(
      linkColumns,
      rows.map(([urn, linked, type, since = '']) => ({
        URN: urn,
        LinkURN: linked,
        LinkName: 'Passed over',
        LinkType: type,
        LinkEstablishedDate: since,
      })),
    ),
  );
}
