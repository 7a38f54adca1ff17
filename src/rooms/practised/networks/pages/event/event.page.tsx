import { z } from 'zod';
import { type CalendarEvent, icalendar } from '#base/icalendar.js';
import { londonDate, monthsLater } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { networkPaths } from '../../paths.js';
import { publishedEvent, publishedEvents, type PublishedEvent, publishedNetwork } from '../../published.js';
import { isOver } from '../../rules.js';
import { whenWords, whereWords } from '../../view-words.js';
import { EventView } from './event.view.js';

export const eventPage = publicPage({
  path: '/networks/:network/events/:event',
  params: z.object({ network: slugParameter, event: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, now, site }) {
    const event = await publishedEvent(db, params.network, params.event);
    if (!event) return halt('not-found');
    return view({
      title: `${event.title}, ${event.network_name}`,
      description: `${whenWords(event)}. ${whereWords(event)}`,
      canonical: site + networkPaths.event(event.network_slug, event.slug),
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Networks', href: networkPaths.all() },
        { text: event.network_name, href: networkPaths.one(event.network_slug) },
        { text: event.title },
      ],
      alternates: [
        {
          href: networkPaths.eventCalendar(event.network_slug, event.slug),
          type: 'text/calendar',
          title: 'For your calendar',
        },
      ],
      main: (
        <EventView
          {...event}
          isOver={isOver(event.day, londonDate(now))}
          calendar={networkPaths.eventCalendar(event.network_slug, event.slug)}
          work={networkPaths.own(event.network_slug)}
        />
      ),
    });
  },
});

const calendarType = 'text/calendar; charset=utf-8';

export const eventCalendarPage = publicPage({
  path: '/networks/:network/events/:event/event.ics',
  params: z.object({ network: slugParameter, event: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, site }) {
    const event = await publishedEvent(db, params.network, params.event);
    if (!event) return halt('not-found');
    const url = site + networkPaths.event(event.network_slug, event.slug);
    return {
      kind: 'file',
      type: calendarType,
      body: icalendar({
        name: event.title,
        description: `An event of ${event.network_name}`,
        url,
        events: [calendarEvent(event, site)],
      }),
    };
  },
});

export const networkCalendarPage = publicPage({
  path: '/networks/:network/calendar.ics',
  params: z.object({ network: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, now, site }) {
    const network = await publishedNetwork(db, params.network);
    if (!network) return halt('not-found');
    // What was lately, and all that is announced.
    const events = await publishedEvents(db, {
      network: network.id,
      since: monthsLater(londonDate(now), -3),
      count: 500,
    });
    return {
      kind: 'file',
      type: calendarType,
      body: icalendar({
        name: network.name,
        description: `Events of ${network.name}`,
        url: site + networkPaths.one(network.slug),
        events: events.map((event) => calendarEvent(event, site)),
      }),
    };
  },
});

/** The same entry in every feed: its id never changes, its number rises with each change. */
function calendarEvent(event: PublishedEvent, site: string): CalendarEvent {
  const url = site + networkPaths.event(event.network_slug, event.slug);
  const cancelled = event.state === 'cancelled' ? `Cancelled: ${event.reason ?? ''}\n` : '';
  return {
    uid: event.id,
    changed: event.changed_at,
    sequence: event.sequence,
    date: event.day,
    start: event.starts,
    end: event.ends,
    title: event.title,
    location: whereWords(event),
    description: `${cancelled}${event.about}${event.link === null ? '' : `\n${event.link}`}`,
    url,
    status: event.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
  };
}
