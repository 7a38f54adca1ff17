/** Addresses of networks and their events: for readers and at work. */
const part = encodeURIComponent;

const one = (network: string) => `/networks/${part(network)}`;
const event = (network: string, name: string) => `${one(network)}/events/${part(name)}`;
const own = (network: string) => `/work/networks/${part(network)}`;
const ownEvent = (network: string, name: string) => `${own(network)}/events/${part(name)}`;
const ownMember = (network: string, member: string) => `${own(network)}/members/${part(member)}`;

export const networkPaths = {
  all: (kind: string | null = null) =>
    `/networks${kind === null ? '' : `?${new URLSearchParams({ kind }).toString()}`}`,
  one,
  calendar: (network: string) => `${one(network)}/calendar.ics`,
  event,
  eventCalendar: (network: string, name: string) => `${event(network, name)}/event.ics`,
  work: () => '/work/networks',
  add: () => '/work/networks/new',
  join: (network: string | null = null) => `/work/networks/join${network === null ? '' : `?network=${part(network)}`}`,
  own,
  edit: (network: string) => `${own(network)}/edit`,
  invite: (network: string) => `${own(network)}/invite`,
  close: (network: string) => `${own(network)}/close`,
  answer: (network: string) => `${own(network)}/answer`,
  member: ownMember,
  addEvent: (network: string) => `${own(network)}/events/new`,
  editEvent: ownEvent,
  cancelEvent: (network: string, name: string) => `${ownEvent(network, name)}/cancel`,
} as const;
