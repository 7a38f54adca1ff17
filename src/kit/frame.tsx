/** Puts a view into the one frame that all pages share. */
import { render } from 'preact-render-to-string';
import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import { Breadcrumbs } from '#ui/breadcrumbs/breadcrumbs.js';
import { doctype, Page, type PageAssets } from '#ui/page/page.js';
import { TakePage } from '#ui/take-page/take-page.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PhaseBanner } from '#ui/phase-banner/phase-banner.js';
import type { Capability, View } from './page.js';
import { may, type Visitor } from './visitor.js';

export interface Frame {
  readonly assets: PageAssets;
  readonly demonstration: boolean;
  /** Address that was asked for, to mark the place in the navigation. */
  readonly path: string;
  readonly gate: 'public' | 'work' | 'door' | 'intake';
  readonly visitor: Visitor | null;
  readonly status: number;
}

// The way of the loop, promised to decided; what is left stands in the footer.
const places = [
  { text: 'Promises', href: '/promises' },
  { text: 'Care leavers', href: '/care-offer' },
  { text: 'Boards', href: '/boards' },
  { text: 'Search', href: '/search' },
] as const;

const workPlaces = [
  { text: 'Workspace', href: '/work', needs: 'see workspace' },
  { text: 'Promises', href: '/work/promises', needs: 'lead' },
  { text: 'Boards', href: '/work/boards', needs: 'keep meetings' },
  { text: 'Imports', href: '/work/imports', needs: 'import' },
  { text: 'Public pages', href: '/', needs: 'see workspace' },
] as const satisfies readonly { readonly text: string; readonly href: string; readonly needs: Capability }[];

/** The whole page as it goes over the wire. */
export function framed(view: View, frame: Frame): string {
  const { visitor } = frame;
  const inWorkspace = frame.gate === 'work' && visitor !== null;
  const navigation = (inWorkspace ? workPlaces.filter(({ needs }) => may(visitor, needs)) : places).map((place) => ({
    text: place.text,
    href: place.href,
    current:
      place.href === frame.path ||
      (place.href !== '/' && place.href !== '/work' && frame.path.startsWith(`${place.href}/`)),
  }));
  return (
    doctype +
    render(
      <Page
        title={view.title}
        assets={frame.assets}
        description={view.description}
        refused={frame.status === 422}
        unlisted={frame.gate !== 'public'}
        links={[
          ...(view.canonical ? [{ rel: 'canonical' as const, href: view.canonical }] : []),
          ...(view.alternates ?? []).map((alternate) => ({ rel: 'alternate' as const, ...alternate })),
        ]}
        script={view.script === undefined ? undefined : frame.assets[view.script]}
        refresh={view.refresh === undefined ? undefined : { seconds: view.refresh }}
        navigation={navigation}
        account={
          inWorkspace && frame.visitor ? (
            <SignedIn visitor={frame.visitor} />
          ) : frame.gate === 'door' ? undefined : (
            <a href="/work">Workspace</a>
          )
        }
        phase={
          frame.demonstration ? (
            <PhaseBanner tag="Demonstration">
              {inWorkspace ? (
                'You are in as an invented person. Nothing here is sent to anybody.'
              ) : (
                <>
                  Try everything: <a href="/sign-in">sign in as a persona</a>. Nothing here is sent to anybody.
                </>
              )}
            </PhaseBanner>
          ) : undefined
        }
        before={
          view.crumbs && view.crumbs.length > 0 ? <Breadcrumbs items={view.crumbs} collapseOnMobile /> : undefined
        }
        width={view.wide ? 'full' : 'wide'}
        footer={{
          links: [
            { text: 'Take part', href: '/take' },
            { text: 'Charters', href: '/charters' },
            { text: 'Practice', href: '/practice' },
            { text: 'Networks', href: '/networks' },
            { text: 'Award', href: '/award' },
            { text: 'Frameworks', href: '/frameworks' },
            { text: 'Boards', href: '/boards' },
            { text: 'Authorities', href: '/authorities' },
            { text: 'Schools', href: '/schools' },
            { text: 'Trusts', href: '/trusts' },
            { text: 'Decisions', href: '/decisions' },
            { text: 'Actions', href: '/actions' },
            { text: 'Calendar', href: '/calendar' },
            { text: 'Calendar feed', href: '/calendar.ics' },
            ...(frame.demonstration ? [{ text: 'Components', href: '/kit' }] : []),
          ],
        }}
      >
        {inWorkspace && visitor.isUnverified === true && frame.path !== '/work/verification' && <Unverified />}
        {view.main}
      </Page>,
    )
  );
}

/** On every page of the workspace, so that no button to publish surprises. */
function Unverified() {
  return (
    <NotificationBanner title="Not verified" titleId="not-verified">
      <p>
        Your organisation is not verified, so it cannot publish, sign or ask young people.{' '}
        <a href="/work/verification">Why, and what you can do</a>
      </p>
    </NotificationBanner>
  );
}

function SignedIn({ visitor }: { readonly visitor: Visitor }) {
  return (
    <form method="post" action="/sign-out">
      <input type="hidden" name="csrf" value={visitor.csrf} />
      <a href="/work/organisation">{visitor.name}</a> <button type="submit">Sign out</button>
    </form>
  );
}

/** A page that was framed before, with the word that it comes from memory: bytes were kept, so it is put before the main part of them. */
export function framedFromMemory(html: string, asOf: Date): string {
  const at = html.indexOf('<main id="content"');
  if (at < 0) return html;
  const when = `${plainTime(londonTime(asOf))} on ${plainDate(londonDate(asOf))}`;
  const told = (
    <NotificationBanner title="Not up to date" titleId="from-memory">
      <p>
        We cannot reach our database at the moment. This page is as it was at {when}. Anything published or withdrawn
        since then is not shown.
      </p>
    </NotificationBanner>
  );
  return html.slice(0, at) + render(told) + html.slice(at);
}

/** The frame of whoever takes part: nothing but the page itself, in its own language. */
export function framedIntake(view: View, { assets, status }: Pick<Frame, 'assets' | 'status'>): string {
  const { tag, direction } = view.language ?? { tag: 'en', direction: 'ltr' };
  return (
    doctype +
    render(
      <TakePage title={view.title} language={tag} direction={direction} assets={assets} refused={status === 422}>
        {view.main}
      </TakePage>,
    )
  );
}
