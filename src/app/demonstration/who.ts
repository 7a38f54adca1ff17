/** Whom the demonstration has: organisations and personas, all invented, and the one association whose published pack it shows. */
import type { Database } from '#kit/database.js';
import { newId } from '#kit/id.js';
import type { Role } from '#kit/visitor.js';
import { openAccount, type OrganisationKind } from '#rooms/ground/people/index.js';
import { asOwner } from '../owner.js';

interface OrganisationSeed {
  readonly slug: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly authority: string | null;
  readonly urn: number | null;
  readonly part_of: string | null;
}

export const organisationSeeds = {
  association: {
    slug: 'lga',
    name: 'Local Government Association',
    kind: 'association',
    authority: null,
    urn: null,
    part_of: null,
  },
  programme: {
    slug: 'inclusion-programme',
    name: 'London Inclusion Programme (invented)',
    kind: 'programme',
    authority: null,
    urn: null,
    part_of: null,
  },
  borough: {
    slug: 'eastmere',
    name: 'London Borough of Eastmere (invented)',
    kind: 'authority',
    authority: 'E09999001',
    urn: null,
    part_of: null,
  },
  trust: {
    slug: 'lantern-schools-trust',
    name: 'Lantern Schools Trust (invented)',
    kind: 'trust',
    authority: null,
    urn: null,
    part_of: null,
  },
  school: {
    slug: 'millpond-primary-school',
    name: 'Millpond Primary School (invented)',
    kind: 'school',
    authority: 'E09000007',
    urn: 999003,
    part_of: null,
  },
  group: {
    slug: 'millpond-school-council',
    name: 'Millpond School Council (invented)',
    kind: 'group',
    authority: 'E09000007',
    urn: null,
    part_of: 'millpond-primary-school',
  },
} as const satisfies Readonly<Record<string, OrganisationSeed>>;

type OrganisationKey = keyof typeof organisationSeeds;

interface PersonaSeed {
  readonly organisation: OrganisationKey;
  readonly name: string;
  readonly role: Role;
  /** What the sign-in page says of them. */
  readonly persona: string;
}

/** By the name before the @ of their address. Nobody of the seed pack is among them. */
const personaSeeds = {
  clerk: {
    organisation: 'association',
    name: 'Morwenna Clarke',
    role: 'clerk',
    persona: 'Brings in packs, checks what was read, publishes meetings.',
  },
  administrator: {
    organisation: 'association',
    name: 'Idris Okafor',
    role: 'administrator',
    persona: 'Looks after the organisation and may do all a clerk does.',
  },
  author: {
    organisation: 'association',
    name: 'Hannah Brook',
    role: 'author',
    persona: 'Writes reports for the board; sees the workspace.',
  },
  member: {
    organisation: 'association',
    name: 'Tom Ashby',
    role: 'member',
    persona: 'A member of the board; sees the workspace.',
  },
  programme: {
    organisation: 'programme',
    name: 'Ada Mensah',
    role: 'lead',
    persona: 'Leads the inclusion programme: keeps the charter and its register.',
  },
  borough: {
    organisation: 'borough',
    name: 'Joan Whitlock',
    role: 'lead',
    persona: 'Leads on inclusion and on care leavers for the borough of Eastmere.',
  },
  trust: {
    organisation: 'trust',
    name: 'Nadia Farrow',
    role: 'lead',
    persona: 'Leads on inclusion for the schools of the Lantern trust: writes down what worked.',
  },
  school: {
    organisation: 'school',
    name: 'Samir Teller',
    role: 'lead',
    persona: 'Deputy head of Millpond Primary School: signs, promises, writes the charter with the pupils.',
  },
  safeguarding: {
    organisation: 'school',
    name: 'Leila Hart',
    role: 'safeguarding',
    persona:
      'Safeguarding lead of Millpond: reads what is passed on because a child may not be safe, and nothing else.',
  },
  group: {
    organisation: 'group',
    name: 'Ruth Adeyemi',
    role: 'lead',
    persona: 'Works with the school council of Millpond: says what the young people decided.',
  },
} as const satisfies Readonly<Record<string, PersonaSeed>>;

export type PersonaKey = keyof typeof personaSeeds;

/** Somebody of the demonstration, and for whom they act. */
export interface Acting {
  readonly organisation: string;
  readonly account: string;
}

/** What each part of the demonstration is loaded with. */
export interface Demonstration {
  readonly database: Pick<Database, 'admin' | 'gates' | 'key'>;
  readonly clock: () => Date;
  readonly as: Readonly<Record<PersonaKey, Acting>>;
}

export async function loadWho(
  database: Pick<Database, 'admin'>,
  clock: () => Date,
): Promise<Readonly<Record<PersonaKey, Acting>>> {
  return asOwner(database, async (write) => {
    const now = clock();
    const ids = new Map<string, string>();
    for (const [key, seed] of Object.entries(organisationSeeds)) {
      const id = newId(now);
      ids.set(key, id);
      await write
        .insertInto('record.organisation')
        .values({ id, ...seed })
        .execute();
    }
    const made = new Map<string, Acting>();
    for (const [index, [key, seed]] of Object.entries(personaSeeds).entries()) {
      const organisation = ids.get(seed.organisation) ?? '';
      // Their order on the sign-in page is the order in which they were opened.
      const account = await openAccount(
        write,
        {
          email: `${key}@demonstration.invalid`,
          name: seed.name,
          persona: seed.persona,
          organisation,
          role: seed.role,
        },
        new Date(now.getTime() + index),
      );
      made.set(key, { organisation, account });
    }
    return Object.fromEntries(made) as Record<PersonaKey, Acting>;
  });
}
