import type { Generated } from 'kysely';
import type { Role } from '#kit/visitor.js';
import type { NamingAnswer, NamingKind } from './words.js';

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  persona: string | null;
  created_at: Date;
  closed_at: Date | null;
  /** Closed because no role was left: a new invitation opens it again. */
  opens_again: Generated<boolean>;
}

export interface AccountRoleRow {
  account: string;
  organisation: string;
  board: string | null;
  role: Role;
  /** Null for the owner of the installation. */
  given_by: Generated<string | null>;
  given_at: Generated<Date | null>;
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
  /** Whether it claims nothing, or its claim was confirmed (decision 0021). */
  verified: boolean;
  rejected_on: string | null;
  rejected_because: string | null;
}

/** What an organisation says it is, where that has to be confirmed: by an official number, or by a name that a register knows. */
export type Claim = 'number' | 'name';

/** An organisation as its own people see it. */
export interface OrganisationRow extends Omit<
  PublishedOrganisationRow,
  'kind' | 'authority' | 'urn' | 'part_of' | 'verified' | 'rejected_on' | 'rejected_because'
> {
  kind: Generated<OrganisationKind>;
  authority: Generated<string | null>;
  urn: Generated<number | null>;
  part_of: Generated<string | null>;
  claim: Generated<Claim | null>;
  verified_at: Generated<Date | null>;
  verified_by: Generated<'owner' | 'domain' | null>;
  rejected_on: Generated<string | null>;
  rejected_because: Generated<string | null>;
}

/** Written by functions of the database alone. */
export interface InvitationRow {
  readonly id: Generated<string>;
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
  /** What the letter says before its link. */
  words: Generated<string>;
  invited_by: string | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  joined: string | null;
}

/** The head of a setting; written by a function of the database alone. */
export interface HeadRow {
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly named_by: string | null;
  readonly named_at: Date;
}

/** One organisation's question whether it may name another; answered by a function of the database alone. */
export interface NamingRow {
  readonly organisation: string;
  readonly id: string;
  readonly kind: NamingKind;
  readonly thing: string;
  readonly named_organisation: string;
  readonly named: string;
  readonly named_name: string;
  readonly namer_name: string;
  readonly words: string;
  readonly path: string;
  readonly asked_on: string;
  readonly asked_by: string | null;
  readonly answer: NamingAnswer | null;
  readonly answered_on: string | null;
  readonly answered_by: string | null;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'record.organisation': OrganisationRow;
    'published.organisation': PublishedOrganisationRow;
    'record.invitation': InvitationRow;
    'record.account': AccountRow;
    'record.account_role': AccountRoleRow;
    'record.head': HeadRow;
    'record.naming': NamingRow;
  }
}
