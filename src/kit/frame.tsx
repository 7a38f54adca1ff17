/** Puts a view into the one frame that all pages share. */
import { render } from 'preact-render-to-string';
import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import { Breadcrumbs } from '#ui/breadcrumbs/breadcrumbs.js';
import { doctype, Page, type PageAssets } from '#ui/page/page.js';
import { FormToken, PostForm } from '#ui/form/form.js';
import { TakePage } from '#ui/take-page/take-page.js';
import { NotificationBanner } from '#ui/notification-banner/notification-banner.js';
import { PhaseBanner } from '#ui/phase-banner/phase-banner.js';
import type { FramePlaces } from './frame-places.js';
import type { View } from './page.js';
import { may, type Visitor } from './visitor.js';
import type { Ways } from './ways.js';

export interface Frame {
  readonly places: FramePlaces;
  readonly ways: Ways;
  readonly assets: PageAssets;
  readonly demonstration: boolean;
  /** Address that was asked for, to mark the place in the navigation. */
  readonly path: string;
  readonly gate: 'public' | 'work' | 'door' | 'intake';
  readonly visitor: Visitor | null;
  readonly status: number;
}

/** The whole page as it goes over the wire. */
export function framed(view: View, frame: Frame): string {
  const { visitor, places, ways } = frame;
  const inWorkspace = frame.gate === 'work' && visitor !== null;
  const navigation = (
    inWorkspace ? places.workspace.filter(({ needs }) => needs === undefined || may(visitor, needs)) : places.header
  ).map((place) => ({
    text: place.text,
    href: place.href,
    current:
      place.href === frame.path ||
      (place.href !== '/' && place.href !== ways.workspace() && frame.path.startsWith(`${place.href}/`)),
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
            <SignedIn visitor={frame.visitor} ways={ways} />
          ) : frame.gate === 'door' ? undefined : (
            <a href={ways.workspace()}>Workspace</a>
          )
        }
        phase={
          frame.demonstration ? (
            <PhaseBanner tag="Demonstration">
              {inWorkspace ? (
                'You are in as an invented person. Nothing here is sent to anybody.'
              ) : (
                <>
                  Try everything: <a href={ways.signIn(null)}>sign in as a persona</a>. Nothing here is sent to anybody.
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
          links: places.footer
            .filter(({ onlyInDemonstration }) => frame.demonstration || !onlyInDemonstration)
            .map(({ text, href }) => ({ text, href })),
        }}
      >
        {inWorkspace && visitor.isUnverified === true && frame.path !== ways.verification() && (
          <Unverified href={ways.verification()} />
        )}
        <FormToken.Provider value={visitor?.csrf ?? null}>{view.main}</FormToken.Provider>
      </Page>,
    )
  );
}

/** On every page of the workspace, so that no button to publish surprises. */
function Unverified({ href }: { readonly href: string }) {
  return (
    <NotificationBanner title="Not verified" titleId="not-verified">
      <p>
        Your organisation is not verified, so it cannot publish, sign or ask young people.{' '}
        <a href={href}>Why, and what you can do</a>
      </p>
    </NotificationBanner>
  );
}

function SignedIn({ visitor, ways }: { readonly visitor: Visitor; readonly ways: Ways }) {
  return (
    <FormToken.Provider value={visitor.csrf}>
      <PostForm action={ways.signOut()}>
        <a href={ways.ownOrganisation()}>{visitor.name}</a> <button type="submit">Sign out</button>
      </PostForm>
    </FormToken.Provider>
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
