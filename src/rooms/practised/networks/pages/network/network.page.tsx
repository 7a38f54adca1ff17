import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { atPlace, placeLinks, queryPlace, slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { boardPaths } from '#rooms/decided/boards/index.js';
import { directoryPaths } from '#rooms/ground/directory/index.js';
import { frameworkPaths, themeTitles } from '#rooms/ground/frameworks/index.js';
import { practicePaths } from '#rooms/practised/practice/index.js';
import { networkPaths } from '../../paths.js';
import {
  type PublishedEvent,
  publishedEvents,
  publishedMembers,
  publishedNetwork,
  sharedPractices,
} from '../../published.js';
import { kindWords } from '../../view-words.js';
import { NetworkView } from './network.view.js';

const onAPage = 50;
const practicesShown = 12;
const comingShown = 40;
const pastShown = 20;

export const networkPage = publicPage({
  path: '/networks/:network',
  params: z.object({ network: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, query, now, site }) {
    const found = await publishedNetwork(db, params.network);
    if (!found) return halt('not-found');
    const today = londonDate(now);
    const place = queryPlace(query);
    const people = await publishedMembers(db, found.id, place, onAPage);
    const coming = await publishedEvents(db, { network: found.id, since: today, count: comingShown });
    const past = await publishedEvents(db, { network: found.id, before: today, count: pastShown });
    const titles = await themeTitles(db);
    const card = (event: PublishedEvent) => ({ ...event, href: networkPaths.event(found.slug, event.slug) });
    return view({
      title: found.name,
      description: `${kindWords[found.kind]}, hosted by ${found.organisation_name}`,
      canonical: site + atPlace(networkPaths.one(found.slug), place),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Networks', href: networkPaths.all() }, { text: found.name }],
      alternates: [{ href: networkPaths.calendar(found.slug), type: 'text/calendar', title: 'Events as a calendar' }],
      main: (
        <NetworkView
          {...found}
          area={
            found.authority === null
              ? null
              : {
                  text: found.authority_name ?? found.authority,
                  href: found.authority_name === null ? null : directoryPaths.authority(found.authority),
                }
          }
          ownBoard={
            found.board !== null && found.board_name !== null
              ? { text: found.board_name, href: boardPaths.one(found.board) }
              : null
          }
          themes={found.themes.map((theme) => ({
            text: titles.get(theme) ?? theme,
            href: frameworkPaths.one(theme.split(' ')[0] ?? ''),
          }))}
          people={people.rows}
          pages={placeLinks(people, `${networkPaths.one(found.slug)}#members`)}
          practices={(await sharedPractices(db, found, practicesShown)).map((one) => ({
            ...one,
            href: practicePaths.one(one.slug),
          }))}
          coming={coming.map(card)}
          past={past.map(card)}
          calendar={networkPaths.calendar(found.slug)}
          join={networkPaths.join(found.slug)}
        />
      ),
    });
  },
});
