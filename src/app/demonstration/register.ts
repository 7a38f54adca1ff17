/**
 * The inclusion charter's register. That the councils of London were invited to sign is a fact of the first pack (item 4, "sign
 * up to the charter"), and nothing more is said of them. Everybody who signs here is invented, and so is what they promise.
 */
import { newId } from '#kit/id.js';
import { publishedAuthorities } from '#rooms/ground/directory/index.js';
import { openAccount } from '#rooms/ground/people/index.js';
import { inviteBody, recordInterest, signRegister, withdrawSignature } from '#rooms/promised/register/index.js';
import { asOwner } from '../owner.js';
import { acting } from './acting.js';
import type { Acting, Demonstration } from './who.js';

const charter = 'inclusion-charter';
const site = 'https://kept.invalid';

/** Bodies without a persona: one whose signature lapsed, one that withdrew. */
const others = {
  lapsed: {
    slug: 'fern-street-academy',
    name: 'Fern Street Academy (invented)',
    kind: 'school',
    authority: 'E09000012',
    urn: 999004,
    part_of: null,
  },
  withdrawn: {
    slug: 'tideway-schools-trust',
    name: 'Tideway Schools Trust (invented)',
    kind: 'trust',
    authority: null,
    urn: null,
    part_of: null,
  },
} as const;

export async function loadRegister({ database, clock, as }: Demonstration): Promise<void> {
  const { at, day, act, certain } = acting({ database, clock }, 'signatures');
  async function join(key: keyof typeof others): Promise<Acting> {
    return asOwner(database, async (write) => {
      const organisation = newId(clock());
      await write
        .insertInto('record.organisation')
        .values({ id: organisation, ...others[key] })
        .execute();
      return {
        organisation,
        account: await openAccount(
          write,
          {
            email: `${others[key].slug}@demonstration.invalid`,
            name: 'Nobody in particular',
            persona: null,
            organisation,
            role: 'lead',
          },
          clock(),
        ),
      };
    });
  }
  const sign = async (
    by: Acting,
    days: number,
    name: string,
    role: string,
    mandate: string,
    link: string,
    asks: readonly string[],
  ) =>
    certain(
      await act(by, days, (write, who) =>
        signRegister(write, who, charter, { by: name, role, mandate, link, on: day(days - 9), asks }),
      ),
    );
  const { programme, borough, school, group } = as;

  await act(programme, -120, async (write, who) => {
    const london = (await publishedAuthorities(write, { region: 'London' })).filter(({ code }) =>
      code.startsWith('E09'),
    );
    for (const { code, name } of london)
      certain(
        await inviteBody(
          write,
          who,
          charter,
          { body: { kind: 'authority', name, authority: code, urn: null }, email: null, isInterested: false },
          site,
        ),
      );
  });

  const [lapsed, withdrawn] = [await join('lapsed'), await join('withdrawn')];
  await sign(
    lapsed,
    -800,
    'Olu Brightwater',
    'Headteacher',
    'Governing body',
    'https://fern-street.example/governors/minutes',
    ['school-adopt'],
  );
  await sign(
    withdrawn,
    -210,
    'Pia Northgate',
    'Chief executive',
    'Board of trustees',
    'https://tideway.example/trustees',
    ['school-adopt', 'school-award'],
  );
  certain(
    await act(withdrawn, -25, (write, who) =>
      withdrawSignature(write, who, charter, {
        by: 'Board of trustees',
        reason:
          'Two of our three schools left the trust. We do not want to promise what we can no longer do, and will look at it again next year.',
      }),
    ),
  );
  await sign(
    borough,
    -95,
    'Joan Whitlock',
    'Lead member for children (invented)',
    'Cabinet',
    'https://eastmere.example/cabinet/inclusion-charter',
    ['authority-adopt', 'authority-steering'],
  );
  await sign(
    school,
    -690,
    'Samir Teller',
    'Deputy head',
    'Governing body, with the school council',
    'https://millpond.example/governors/inclusion-charter',
    ['school-adopt', 'school-practice'],
  );
  await sign(group, -60, 'Ruth Adeyemi', 'Youth worker', 'School council', 'https://millpond.example/school-council', [
    'young-people-learn',
    'young-people-charter',
  ]);
  await database.gates.work.write({ account: null, boards: [] }, (write) =>
    recordInterest(
      write,
      charter,
      { kind: 'group', name: 'Canal Side Youth Forum (invented)', authority: 'E09000012', urn: null },
      'forum@demonstration.invalid',
      'Youth worker',
      at(-3),
    ),
  );
}
