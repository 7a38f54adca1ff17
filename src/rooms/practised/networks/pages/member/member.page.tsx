import { tooLong } from '#base/form.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { slugParameter } from '#kit/address.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { answerMember, recordMemberRole } from '../../acts.js';
import { type MemberSeen, networkSheet, type NetworkSheet, personOf } from '../../lookups.js';
import { networkPaths } from '../../paths.js';
import { longest, mayMember, needsReason } from '../../rules.js';
import { networkProblemWords } from '../../view-words.js';
import { MemberView } from './member.view.js';

interface Typed {
  readonly role: string;
  readonly reason: string;
}

function shown(
  sheet: NetworkSheet,
  person: MemberSeen,
  typed: Typed,
  problems: readonly { readonly field: string; readonly message: string }[],
): View {
  return {
    title: `${person.name}: ${sheet.name}`,
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Networks', href: networkPaths.work() },
      { text: sheet.name, href: networkPaths.own(sheet.slug) },
      { text: person.name },
    ],
    main: (
      <MemberView
        action={networkPaths.member(sheet.slug, person.member)}
        back={networkPaths.own(sheet.slug)}
        network={sheet.name}
        name={person.name}
        state={person.state}
        acts={(['admit', 'refuse', 'remove'] as const).filter((act) => mayMember(act, 'host', person.state))}
        {...typed}
        problems={problems}
      />
    ),
  };
}

/** What the host does about one organisation. */
export const memberPage = workPage({
  path: '/work/networks/:network/members/:member',
  params: z.object({ network: slugParameter, member: z.string().refine(isUuid) }),
  needs: 'lead',
  async get({ db, visitor, params }) {
    const sheet = await networkSheet(db, visitor.organisation, params.network);
    const person = sheet && (await personOf(db, sheet.id, params.member));
    if (!sheet?.isHost || !person) return halt('not-found');
    if (person.member === visitor.organisation || sheet.closed_on !== null)
      return redirect(networkPaths.own(params.network));
    return view(shown(sheet, person, { role: person.role ?? '', reason: '' }, []));
  },
  fields: { act: 'choice', reason: 'text', role: 'line' },
  async post({ db, visitor, params, fields, site, now }): Promise<Outcome> {
    const sheet = await networkSheet(db, visitor.organisation, params.network);
    const person = sheet && (await personOf(db, sheet.id, params.member));
    if (!sheet?.isHost || !person) return halt('not-found');
    const get = (name: string) => fields.get(name).replaceAll('\0', ' ').replace(/\r\n?/g, '\n');
    const typed = { role: get('role'), reason: get('reason') };
    const who = whoOf(visitor, now);
    const act = (['admit', 'refuse', 'remove'] as const).find((one) => one === get('act'));
    const refuse = (field: string, message: string): Outcome =>
      invalid(shown(sheet, person, typed, [{ field, message }]));
    if (!act) {
      if (typed.role.length > longest.chair)
        return refuse('role', tooLong(typed.role.length, longest.chair, 'What it does'));
      const answer = await recordMemberRole(db, who, params.network, params.member, typed.role);
      return answer.ok
        ? redirect(`${networkPaths.own(params.network)}?done=role`)
        : refuse('role', networkProblemWords(answer.problem));
    }
    if (needsReason(act) && typed.reason.length > longest.reason)
      return refuse('reason', tooLong(typed.reason.length, longest.reason, 'The reason'));
    const answer = await answerMember(db, who, params.network, params.member, act, typed.reason, site);
    if (!answer.ok)
      return answer.problem.code === 'not there'
        ? halt('not-found')
        : refuse('reason', networkProblemWords(answer.problem));
    return redirect(
      `${networkPaths.own(params.network)}?done=${act === 'admit' ? 'admitted' : act === 'refuse' ? 'refused' : 'removed'}`,
    );
  },
});
