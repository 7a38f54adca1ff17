import type { Generated } from 'kysely';
import type { Role } from '#kit/visitor.js';

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  persona: string | null;
  created_at: Date;
  closed_at: Date | null;
}

export const organisationKinds = ['association', 'programme', 'authority', 'school', 'trust', 'group'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export interface PublishedOrganisationRow {
  id: string;
  slug: string;
  name: string;
  kind: OrganisationKind;
  authority: string | null;
  urn: number | null;
  part_of: string | null;
}

/** An organisation as its own people see it. */
export interface OrganisationRow extends Omit<PublishedOrganisationRow, 'kind' | 'authority' | 'urn' | 'part_of'> {
  kind: Generated<OrganisationKind>;
  authority: Generated<string | null>;
  urn: Generated<number | null>;
  part_of: Generated<string | null>;
}

export interface InvitationRow {
  organisation: string;
  token_hash: Buffer;
  email: string;
  name: string | null;
  kind: OrganisationKind | null;
  authority: string | null;
  urn: number | null;
  part_of: string | null;
  role: Exclude<Role, 'administrator'>;
  return_to: string;
  invited_by: string | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  joined: string | null;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.organisation': OrganisationRow;
    'published.organisation': PublishedOrganisationRow;
    'record.invitation': InvitationRow;
    'record.account': AccountRow;
    'record.account_role': { account: string; organisation: string; board: string | null; role: Role };
  }
}
