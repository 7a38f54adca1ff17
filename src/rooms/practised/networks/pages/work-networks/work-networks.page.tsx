import { z } from 'zod';
import { londonDate, monthsLater } from '#base/london.js';
import { placeLinks, queryField, queryPlace, slugParameter, wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { may, type Visitor } from '#kit/visitor.js';
import { ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { answerNetwork, submitJoining } from '../../acts.js';
import { eventLinks, networkSheet, networksOf, peopleOf } from '../../lookups.js';
import { networkPaths } from '../../paths.js';
import { publishedEvents, publishedNetwork } from '../../published.js';
import { isOver, mayMember } from '../../rules.js';
import { networkProblemWords } from '../../view-words.js';
import type { NetworkProblem } from '../../words.js';
import { JoinNetwork, OwnNetworkView, WorkNetworks } from './work-networks.view.js';

const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Networks', href: networkPaths.work() },
];

const onAPage = 50;

export const workNetworksPage = workPage({
  path: '/work/networks',
  params: z.object({}),
  needs: 'see workspace',
  async get({ db, visitor, query }) {
    const own = await ownOrganisation(db, visitor.organisation);
    const networks = await networksOf(db, visitor.organisation, queryPlace(query), onAPage);
    return view({
      title: 'Networks of your organisation',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Networks' }],
      main: (
        <WorkNetworks
          organisation={own.name}
          done={queryField(query, 'done', 20) === 'declined' ? 'You have declined.' : null}
          add={may(visitor, 'lead') ? networkPaths.add() : null}
          all={networkPaths.all()}
          networks={networks.rows.map((one) => ({
            ...one,
            isHost: one.organisation === visitor.organisation,
            href: networkPaths.own(one.slug),
          }))}
          pages={placeLinks(networks, networkPaths.work())}
        />
      ),
    });
  },
});

const done: Readonly<Record<string, string>> = {
  founded: 'The network is founded. Invite others, or announce an event.',
  saved: 'It is saved.',
  ended: 'The network has ended. Its page stays, with your reason.',
  invited: 'The organisation is invited. It decides.',
  written: 'The letter is on its way. Whoever opens it can join.',
  announced: 'The event is announced.',
  moved: 'The event is changed, and calendars are told.',
  cancelled: 'The event is cancelled. It stays on show, with your reason.',
  joined: 'Your organisation is a member now.',
  asked: 'You have asked to join. The host decides, and you get a letter.',
  left: 'Your organisation has left the network.',
  admitted: 'The organisation is a member now.',
  refused: 'The organisation is told that you do not let it in, with your reason.',
  removed: 'The organisation is no member any more.',
  role: 'What it does in the network is saved.',
};
const notDone: Readonly<Record<string, string>> = {
  'not-now': 'That cannot be done now.',
  unchanged: 'Nothing was changed, so nobody is told.',
};

export const ownNetworkPage = workPage({
  path: '/work/networks/:network',
  params: z.object({ network: slugParameter }),
  needs: 'see workspace',
  async get({ db, visitor, params, query, now }) {
    const sheet = await networkSheet(db, visitor.organisation, params.network);
    if (!sheet) return halt('not-found');
    const today = londonDate(now);
    const isMember = sheet.state === 'joined';
    const links = isMember ? await eventLinks(db, sheet.id) : new Map<string, string>();
    const mayAct = may(visitor, 'lead');
    const isOpen = sheet.closed_on === null;
    const leads = mayAct && sheet.isHost && isOpen;
    // A host sees what was within a year; its page for readers has more.
    const people = sheet.isHost ? await peopleOf(db, sheet.id, queryPlace(query, 'members-'), onAPage) : null;
    const events = await publishedEvents(db, {
      network: sheet.id,
      since: sheet.isHost ? monthsLater(today, -12) : today,
      count: 100,
    });
    return view({
      title: `Your network: ${sheet.name}`,
      crumbs: [...crumbs, { text: sheet.name }],
      main: (
        <OwnNetworkView
          done={wordsAsked(done, query)}
          notDone={wordsAsked(notDone, query)}
          name={sheet.name}
          kind={sheet.kind}
          host={sheet.host.name}
          isHost={sheet.isHost}
          state={sheet.state}
          reason={sheet.memberReason}
          closed={sheet.closed_on}
          shown={networkPaths.one(sheet.slug)}
          answer={networkPaths.answer(sheet.slug)}
          acts={
            mayAct && !sheet.isHost
              ? (['join', 'decline', 'leave'] as const).filter(
                  (act) => mayMember(act, 'member', sheet.state) && (isOpen || act !== 'join'),
                )
              : []
          }
          askAgain={
            mayAct && !sheet.isHost && isOpen && mayMember('ask', 'member', sheet.state)
              ? networkPaths.join(sheet.slug)
              : null
          }
          edit={leads ? networkPaths.edit(sheet.slug) : null}
          invite={leads ? networkPaths.invite(sheet.slug) : null}
          announce={leads ? networkPaths.addEvent(sheet.slug) : null}
          close={leads ? networkPaths.close(sheet.slug) : null}
          people={
            people
              ? people.rows.map((one) => ({
                  ...one,
                  href:
                    leads && one.member !== visitor.organisation && ['asked', 'joined', 'invited'].includes(one.state)
                      ? networkPaths.member(sheet.slug, one.member)
                      : null,
                }))
              : []
          }
          peoplePages={people && placeLinks(people, `${networkPaths.own(sheet.slug)}#members`, 'members-')}
          events={events.map((event) => ({
            ...event,
            href: networkPaths.event(sheet.slug, event.slug),
            link: event.link ?? links.get(event.id) ?? null,
            edit:
              leads && event.state === 'planned' && !isOver(event.day, today)
                ? networkPaths.editEvent(sheet.slug, event.slug)
                : null,
          }))}
        />
      ),
    });
  },
});

export const answerNetworkPage = workPage({
  path: '/work/networks/:network/answer',
  params: z.object({ network: slugParameter }),
  needs: 'lead',
  fields: { act: 'choice' },
  async post({ db, visitor, params, fields, site, now }): Promise<Outcome> {
    const act = (['join', 'decline', 'leave'] as const).find((one) => one === fields.get('act'));
    if (!act)
      return (await networkSheet(db, visitor.organisation, params.network))
        ? redirect(`${networkPaths.own(params.network)}?done=not-now`)
        : halt('not-found');
    const answer = await answerNetwork(db, whoOf(visitor, now), params.network, act, site);
    if (!answer.ok)
      return answer.problem.code === 'not there'
        ? halt('not-found')
        : redirect(`${networkPaths.own(params.network)}?done=not-now`);
    return redirect(
      act === 'decline'
        ? `${networkPaths.work()}?done=declined`
        : `${networkPaths.own(params.network)}?done=${act === 'join' ? 'joined' : 'left'}`,
    );
  },
});

async function joinForm(
  db: Read,
  visitor: Visitor,
  slug: string,
  problem: NetworkProblem | null,
): Promise<View | null> {
  const network = await publishedNetwork(db, slug);
  if (!network) return null;
  const own = await ownOrganisation(db, visitor.organisation);
  return {
    title: `Join: ${network.name}`,
    crumbs: [...crumbs, { text: 'Join' }],
    main: (
      <JoinNetwork
        action={networkPaths.join()}
        network={slug}
        name={network.name}
        host={network.organisation_name}
        own={own.name}
        back={networkPaths.one(slug)}
        problem={problem === null ? null : networkProblemWords(problem)}
      />
    ),
  };
}

/** Joining a network in which one has no part yet: it is named by the query, for its own address is its members'. */
export const joinNetworkPage = workPage({
  path: '/work/networks/join',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query }) {
    const slug = queryField(query, 'network', 120);
    if (slug === '') return redirect(networkPaths.all());
    const sheet = await networkSheet(db, visitor.organisation, slug);
    if (sheet && !mayMember('ask', 'member', sheet.state)) return redirect(networkPaths.own(slug));
    const form = await joinForm(db, visitor, slug, null);
    return form ? view(form) : halt('not-found');
  },
  fields: { network: 'choice' },
  async post({ db, visitor, fields, site, now }): Promise<Outcome> {
    const slug = fields.get('network').replaceAll('\0', '').slice(0, 120);
    const answer = await submitJoining(db, whoOf(visitor, now), slug, site);
    if (answer.ok) return redirect(`${networkPaths.own(slug)}?done=${answer.value}`);
    const form = await joinForm(db, visitor, slug, answer.problem);
    return form ? invalid(form) : halt('not-found');
  },
});
