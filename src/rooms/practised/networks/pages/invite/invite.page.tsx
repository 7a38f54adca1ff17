import { type FieldProblem, tooLong } from '#base/form.js';
import { crumbs, hostedOr, networkParams, refusedOutcome } from '../hosted-network.js';
import { emailAddress } from '#base/email-address.js';
import type { Read } from '#kit/db/gate.js';
import { invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { publishedAuthorities, publishedSchool } from '#rooms/ground/directory/index.js';
import { organisationKinds, whoOf } from '#rooms/ground/people/index.js';
import { inviteByLetter, inviteMember } from '../../acts.js';
import { invitable, type NetworkSheet } from '../../lookups.js';
import { networkPaths } from '../../paths.js';
import { longest } from '../../rules.js';
import { networkProblemWords } from '../../view-words.js';
import { Invite, type InviteProps } from './invite.view.js';

const kindNames = {
  association: 'Association',
  programme: 'Programme',
  authority: 'Authority',
  school: 'School or setting',
  trust: 'Trust',
  group: 'Group of young people',
} as const;

/** A group of young people is invited by the school or authority that it belongs to. */
const byLetter = organisationKinds.filter((kind) => kind !== 'group');

/** What an official number means: an authority and a school are known by theirs, so that nobody joins as one that is not there. */
async function numbered(
  db: Read,
  kind: string | undefined,
  number: string,
): Promise<{ readonly authority: string | null; readonly urn: number | null } | string> {
  if (kind === 'authority') {
    const known = (await publishedAuthorities(db)).some(({ code }) => code === number.toUpperCase());
    return known
      ? { authority: number.toUpperCase(), urn: null }
      : 'Enter the GSS code of an authority of the directory, such as E09000007';
  }
  if (kind === 'school') {
    const school = /^[1-9]\d{4,6}$/.test(number) ? await publishedSchool(db, Number(number)) : undefined;
    return school
      ? { authority: school.authority, urn: school.urn }
      : 'Enter the URN of a school of the directory, such as 100049';
  }
  return number === ''
    ? { authority: null, urn: null }
    : 'Leave the number empty: only authorities and schools have one here';
}

async function inviteForm(
  db: Read,
  sheet: NetworkSheet,
  typed: Pick<InviteProps, 'how' | 'organisation' | 'name' | 'kind' | 'number' | 'email'>,
  problems: readonly FieldProblem[],
): Promise<View> {
  const known = await invitable(db, sheet.id);
  return {
    title: `Invite an organisation: ${sheet.name}`,
    crumbs: [...crumbs, { text: sheet.name, href: networkPaths.own(sheet.slug) }, { text: 'Invite' }],
    main: (
      <Invite
        action={networkPaths.invite(sheet.slug)}
        back={networkPaths.own(sheet.slug)}
        network={sheet.name}
        known={known.map(({ slug, name }) => ({ value: slug, text: name }))}
        kinds={byLetter.map((kind) => ({ value: kind, text: kindNames[kind] }))}
        {...typed}
        problems={problems}
      />
    ),
  };
}

export const inviteMemberPage = workPage({
  path: '/work/networks/:network/invite',
  params: networkParams,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const found = await hostedOr(db, visitor, params.network);
    return 'outcome' in found
      ? found.outcome
      : view(
          await inviteForm(
            db,
            found.sheet,
            { how: 'known', organisation: '', name: '', kind: '', number: '', email: '' },
            [],
          ),
        );
  },
  fields: { how: 'choice', organisation: 'choice', name: 'line', kind: 'choice', number: 'line', email: 'line' },
  async post({ db, visitor, params, fields, site, now }): Promise<Outcome> {
    const found = await hostedOr(db, visitor, params.network);
    if ('outcome' in found) return found.outcome;
    const get = (name: string) => fields.get(name).replaceAll('\0', ' ').trim();
    const typed = {
      how: get('how'),
      organisation: get('organisation'),
      name: get('name'),
      kind: get('kind'),
      number: get('number'),
      email: get('email'),
    };
    const refuse = async (...problems: readonly FieldProblem[]) =>
      invalid(await inviteForm(db, found.sheet, typed, problems));
    if (typed.how === 'known') {
      const answer = await inviteMember(db, whoOf(visitor, now), params.network, typed.organisation, site);
      return answer.ok
        ? redirect(`${networkPaths.own(params.network)}?done=invited`)
        : refuse({ field: 'organisation', message: networkProblemWords(answer.problem) });
    }
    if (typed.how !== 'letter') return refuse({ field: 'how', message: 'Choose whether it is in Kept already' });
    const kind = byLetter.find((one) => one === typed.kind);
    const numbers = await numbered(db, kind, typed.number);
    const problems = [
      ...(typed.name === ''
        ? [{ field: 'name', message: 'Say what it is called' }]
        : typed.name.length > longest.name
          ? [{ field: 'name', message: tooLong(typed.name.length, longest.name, 'The name') }]
          : []),
      ...(kind ? [] : [{ field: 'kind', message: 'Choose what it is' }]),
      ...(typeof numbers === 'string' ? [{ field: 'number', message: numbers }] : []),
      ...(emailAddress(typed.email) !== null
        ? []
        : [{ field: 'email', message: 'Enter an e-mail address in the correct form, like name@example.org' }]),
    ];
    if (problems.length > 0 || !kind || typeof numbers === 'string') return refuse(...problems);
    const answer = await inviteByLetter(db, whoOf(visitor, now), params.network, {
      email: typed.email,
      body: { name: typed.name, kind, ...numbers, partOf: null },
      site,
    });
    if (!answer.ok && answer.problem.code === 'no letter')
      return refuse({ field: 'email', message: networkProblemWords(answer.problem) });
    return answer.ok
      ? redirect(`${networkPaths.own(params.network)}?done=written`)
      : refusedOutcome(params.network, answer.problem);
  },
});
