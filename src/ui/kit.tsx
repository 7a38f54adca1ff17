/** The kit's own museum: every component with every example, the same ones that the tests look at. Pure views; who serves them gives the addresses. */
import type { VNode } from 'preact';
import { agendaListExamples } from './agenda-list/agenda-list.examples.js';
import { attendanceExamples } from './attendance/attendance.examples.js';
import { backLinkExamples } from './back-link/back-link.examples.js';
import { breadcrumbsExamples } from './breadcrumbs/breadcrumbs.examples.js';
import { buttonExamples } from './button/button.examples.js';
import { checkboxesExamples } from './checkboxes/checkboxes.examples.js';
import { contentsExamples } from './contents/contents.examples.js';
import { coverageExamples } from './coverage/coverage.examples.js';
import { dateInputExamples } from './date-input/date-input.examples.js';
import { dateTileExamples } from './date-tile/date-tile.examples.js';
import { detailsExamples } from './details/details.examples.js';
import { diffExamples } from './diff/diff.examples.js';
import { documentLinkExamples } from './document-link/document-link.examples.js';
import { doubtExamples } from './doubt/doubt.examples.js';
import { embedExamples } from './embed/embed.examples.js';
import { emptyStateExamples } from './empty-state/empty-state.examples.js';
import { entryExamples } from './entry/entry.examples.js';
import { errorMessageExamples } from './error-message/error-message.examples.js';
import { errorSummaryExamples } from './error-summary/error-summary.examples.js';
import type { ComponentExamples, Example, WholePage } from './examples.js';
import { fieldsetExamples } from './fieldset/fieldset.examples.js';
import { fileUploadExamples } from './file-upload/file-upload.examples.js';
import { frozenExamples } from './frozen/frozen.examples.js';
import { hintExamples } from './hint/hint.examples.js';
import { inputExamples } from './input/input.examples.js';
import { insetTextExamples } from './inset-text/inset-text.examples.js';
import { jumpLinksExamples } from './jump-links/jump-links.examples.js';
import { labelExamples } from './label/label.examples.js';
import { meetingCardExamples } from './meeting-card/meeting-card.examples.js';
import { minuteExamples } from './minute/minute.examples.js';
import { notificationBannerExamples } from './notification-banner/notification-banner.examples.js';
import { offerCardExamples } from './offer-card/offer-card.examples.js';
import { pageExamples } from './page/page.examples.js';
import { Columns, Page, PageHeading, type PageProps } from './page/page.js';
import { paginationExamples } from './pagination/pagination.examples.js';
import { panelExamples } from './panel/panel.examples.js';
import { personExamples } from './person/person.examples.js';
import { personaCardExamples } from './persona-card/persona-card.examples.js';
import { phaseBannerExamples } from './phase-banner/phase-banner.examples.js';
import { plainExamples } from './plain/plain.examples.js';
import { pledgeExamples } from './pledge/pledge.examples.js';
import { progressExamples } from './progress/progress.examples.js';
import { proseExamples } from './prose/prose.examples.js';
import { radiosExamples } from './radios/radios.examples.js';
import { searchFormExamples } from './search-form/search-form.examples.js';
import { selectExamples } from './select/select.examples.js';
import { sharesExamples } from './shares/shares.examples.js';
import { skipLinkExamples } from './skip-link/skip-link.examples.js';
import { sourceExamples } from './source/source.examples.js';
import { statExamples } from './stat/stat.examples.js';
import { summaryListExamples } from './summary-list/summary-list.examples.js';
import { tableExamples } from './table/table.examples.js';
import { tagExamples } from './tag/tag.examples.js';
import { formExamples } from './form/form.examples.js';
import { textButtonExamples } from './text-button/text-button.examples.js';
import { textareaExamples } from './textarea/textarea.examples.js';
import { tileMapExamples } from './tile-map/tile-map.examples.js';
import { timelineExamples } from './timeline/timeline.examples.js';
import { warningTextExamples } from './warning-text/warning-text.examples.js';

const all: readonly ComponentExamples[] = [
  agendaListExamples,
  attendanceExamples,
  backLinkExamples,
  breadcrumbsExamples,
  buttonExamples,
  checkboxesExamples,
  contentsExamples,
  coverageExamples,
  dateInputExamples,
  dateTileExamples,
  detailsExamples,
  diffExamples,
  documentLinkExamples,
  doubtExamples,
  embedExamples,
  emptyStateExamples,
  entryExamples,
  errorMessageExamples,
  errorSummaryExamples,
  fieldsetExamples,
  fileUploadExamples,
  frozenExamples,
  hintExamples,
  inputExamples,
  insetTextExamples,
  jumpLinksExamples,
  labelExamples,
  meetingCardExamples,
  minuteExamples,
  notificationBannerExamples,
  offerCardExamples,
  pageExamples,
  paginationExamples,
  panelExamples,
  personExamples,
  personaCardExamples,
  phaseBannerExamples,
  plainExamples,
  pledgeExamples,
  progressExamples,
  proseExamples,
  radiosExamples,
  searchFormExamples,
  selectExamples,
  sharesExamples,
  skipLinkExamples,
  sourceExamples,
  statExamples,
  summaryListExamples,
  tableExamples,
  tagExamples,
  formExamples,
  textButtonExamples,
  textareaExamples,
  tileMapExamples,
  timelineExamples,
  warningTextExamples,
];

/** Every component with its examples, by name. */
export function allExamples(): readonly ComponentExamples[] {
  return all;
}

export interface KitPageProps extends Pick<
  PageProps,
  'assets' | 'organisation' | 'navigation' | 'account' | 'phase' | 'before' | 'footer'
> {
  /** Name of the component to show; the overview where it is none. */
  readonly component: string | null;
  /** Address of a component's page, or of one of its whole-page examples. */
  readonly path: (component: string, example?: string) => string;
}

export function KitPage({ component, path, ...page }: KitPageProps) {
  return (
    <Page {...page} title={kitTitle(component)} unlisted>
      <KitMain component={component} path={path} />
    </Page>
  );
}

export function kitTitle(component: string | null): string {
  return component === null ? 'Kit' : `${component}, kit`;
}

/** The same without the document around it, for whoever has a frame of its own. */
export function KitMain({ component, path }: Pick<KitPageProps, 'component' | 'path'>) {
  const shown = all.find((entry) => entry.component === component);
  return (
    <>
      <PageHeading
        caption={shown ? 'Kit' : undefined}
        lead={shown?.about ?? 'What the pages of Kept are made of. Every component with every example.'}
      >
        {shown?.component ?? 'Kit'}
      </PageHeading>
      <Columns sticky aside={<KitIndex current={shown?.component} path={path} />}>
        {shown ? (
          shown.examples.map((example) => <Shown component={shown.component} example={example} path={path} />)
        ) : (
          <Overview path={path} />
        )}
      </Columns>
    </>
  );
}

/** One whole-page example, or null where there is none of that name. */
export function kitWholePage(component: string, example: string, assets: PageProps['assets']): VNode | null {
  const found = all
    .find((entry) => entry.component === component)
    ?.examples.find((candidate) => exampleSlug(candidate) === example);
  return found && 'page' in found ? found.page(assets) : null;
}

/** Name of an example as it stands in an address. */
export function exampleSlug(example: Example | WholePage): string {
  return example.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function KitIndex({ current, path }: { readonly current: string | undefined; readonly path: KitPageProps['path'] }) {
  return (
    <nav class="kit-index" aria-label="Components">
      <ul>
        {all.map(({ component }) => (
          <li>
            <a href={path(component)} aria-current={component === current ? 'page' : undefined}>
              {component}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Overview({ path }: { readonly path: KitPageProps['path'] }) {
  return (
    <dl class="kit-overview">
      {all.map(({ component, about, examples }) => (
        <>
          <dt>
            <a href={path(component)}>{component}</a>{' '}
            <span class="soft">{examples.length === 1 ? '1 example' : `${examples.length} examples`}</span>
          </dt>
          <dd>{about}</dd>
        </>
      ))}
    </dl>
  );
}

function Shown({
  component,
  example,
  path,
}: {
  readonly component: string;
  readonly example: Example | WholePage;
  readonly path: KitPageProps['path'];
}) {
  const slug = exampleSlug(example);
  return (
    <section class="kit-example" aria-labelledby={`kit-${slug}`}>
      <h2 class="kit-example__name" id={`kit-${slug}`}>
        {example.name}
      </h2>
      <div class="kit-example__stage">
        {'page' in example ? <a href={path(component, slug)}>Open this page</a> : example.show()}
      </div>
    </section>
  );
}
