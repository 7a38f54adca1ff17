/**
 * The whole document. Nothing in it needs a script, and nothing carries a style attribute: the content policy allows
 * neither. Preact writes no doctype; whoever sends the page puts `doctype` before it.
 */
import { classes, isGiven, type Content } from '../parts.js';
import { Mark } from '../brand/mark.js';
import { SkipLink } from '../skip-link/skip-link.js';

export const doctype = '<!doctype html>';

export interface PageProps {
  /** Without the name of the site: "Agenda, 4 June 2025". */
  readonly title: string;
  readonly children: Content;
  readonly assets: PageAssets;
  readonly description?: string | undefined;
  readonly lang?: string | undefined;
  /** Puts "Error: " before the title, so that a refused form is heard first of all. */
  readonly refused?: boolean | undefined;
  /** Asks search engines to pass by: for everything that is not published. */
  readonly unlisted?: boolean | undefined;
  readonly links?: readonly HeadLink[] | undefined;
  /** Loads the page again, or another one: progress without script. */
  /** Address of the one script of this page. */
  readonly script?: string | undefined;
  readonly refresh?: { readonly seconds: number; readonly href?: string | undefined } | undefined;
  /** Whose Kept this is: "Northmoor Council". */
  readonly organisation?: string | undefined;
  readonly navigation?: readonly NavigationItem[] | undefined;
  /** At the right of the header: who is signed in, or where to. */
  readonly account?: Content;
  /** Above the content: a demonstration says what it is. */
  readonly phase?: Content;
  /** Breadcrumbs or a back link. */
  readonly before?: Content;
  /** "text" for reading and forms, "wide" for two columns, "full" for source and check side by side. */
  readonly width?: 'text' | 'wide' | 'full' | undefined;
  readonly footer?: FooterProps | undefined;
}

/** Addresses of the built files, from the manifest. */
export interface PageAssets {
  readonly css: string;
  readonly font: string;
  readonly icon: string;
  /** Scripts of pages on which people take part; no other page has one. */
  readonly take: string;
  readonly offline: string;
  /** Script of the pages that ask for a passkey. */
  readonly passkey: string;
}

export interface HeadLink {
  readonly rel: 'canonical' | 'alternate' | 'next' | 'prev';
  readonly href: string;
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly hreflang?: string | undefined;
}

export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  readonly current?: boolean | undefined;
}

export interface FooterProps {
  readonly links?: readonly NavigationItem[] | undefined;
  readonly children?: Content;
}

export function Page(props: PageProps) {
  const { assets, width = 'wide' } = props;
  return (
    <html lang={props.lang ?? 'en-GB'}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${props.refused ? 'Error: ' : ''}${props.title} - Kept`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {props.description && <meta name="description" content={props.description} />}
        {props.unlisted && <meta name="robots" content="noindex" />}
        {props.refresh && (
          <meta
            http-equiv="refresh"
            content={
              props.refresh.href ? `${props.refresh.seconds}; url=${props.refresh.href}` : String(props.refresh.seconds)
            }
          />
        )}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#114a57" />
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={assets.css} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {props.script && <script src={props.script} defer />}
        {props.links?.map((link) => (
          <link rel={link.rel} href={link.href} type={link.type} title={link.title} hreflang={link.hreflang} />
        ))}
      </head>
      <body class={width === 'full' ? 'body--full' : undefined}>
        <SkipLink />
        <Header
          organisation={props.organisation}
          navigation={props.navigation}
          account={props.account}
          phase={props.phase}
          before={props.before}
        />
        <div class={classes('page', `page--${width}`, 'govuk-width-container')}>
          <main id="content" tabIndex={-1}>
            {props.children}
          </main>
        </div>
        <Footer {...props.footer} />
      </body>
    </html>
  );
}

export interface HeaderProps {
  readonly organisation?: string | undefined;
  readonly navigation?: readonly NavigationItem[] | undefined;
  readonly account?: Content;
  readonly phase?: Content;
  readonly before?: Content;
}

/** Everything before the content is one landmark, so that a jump by landmarks misses nothing. */
export function Header({ organisation, navigation, account, phase, before }: HeaderProps) {
  return (
    <header>
      <div class="header">
        <div class="header__inner govuk-width-container">
          <a class="header__home" href="/">
            <Mark />
            <span class="header__name">Kept</span>
            {organisation && <span class="header__organisation">{organisation}</span>}
          </a>
          {navigation && navigation.length > 0 && (
            <nav class="header__navigation" aria-label="Main">
              <ul>
                {navigation.map((item) => (
                  <li>
                    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                      {item.text}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {isGiven(account) && <div class="header__account">{account}</div>}
        </div>
      </div>
      {isGiven(phase) && <div class="phase">{phase}</div>}
      {isGiven(before) && <div class="page__before govuk-width-container">{before}</div>}
    </header>
  );
}

export function Footer({ links, children }: FooterProps) {
  return (
    <footer class="footer">
      <div class="footer__inner govuk-width-container">
        {links && links.length > 0 && (
          <ul class="footer__links">
            {links.map((link) => (
              <li>
                <a href={link.href}>{link.text}</a>
              </li>
            ))}
          </ul>
        )}
        <div class="footer__words">
          {children ?? (
            <p>
              What young people say travels all the way: heard, understood, promised, practised, decided, reported back.
            </p>
          )}
        </div>
      </div>
    </footer>
  );
}

export interface PageHeadingProps {
  readonly children: Content;
  /** Above the heading: the board, or the part of Kept. */
  readonly caption?: Content;
  /** One sentence below that says what the page is for. */
  readonly lead?: Content;
}

export function PageHeading({ children, caption, lead }: PageHeadingProps) {
  return (
    <div class="page-heading">
      <h1>
        {isGiven(caption) && <span class="caption">{caption}</span>}
        {isGiven(caption) && <span class="govuk-visually-hidden">: </span>}
        {children}
      </h1>
      {isGiven(lead) && <p class="lead">{lead}</p>}
    </div>
  );
}

export interface ColumnsProps {
  readonly children: Content;
  /** Stands beside the text on wide screens and before it on narrow ones, unless `asideLast`. */
  readonly aside: Content;
  readonly asideLast?: boolean | undefined;
  /** Keeps the aside in view while the text scrolls. */
  readonly sticky?: boolean | undefined;
  /** "equal": two columns of the same width. */
  readonly share?: 'aside' | 'equal' | undefined;
}

export function Columns({ children, aside, asideLast, sticky, share }: ColumnsProps) {
  const side = <div class={classes('columns__aside', sticky && 'columns__aside--sticky')}>{aside}</div>;
  return (
    <div class={classes('columns', asideLast && 'columns--aside-last', share === 'equal' && 'columns--equal')}>
      {!asideLast && side}
      <div class="columns__text">{children}</div>
      {asideLast && side}
    </div>
  );
}

/** A grid of cards that flows: as many beside each other as there is room for. */
export function Cards({
  children,
  small,
}: {
  readonly children: readonly Content[];
  readonly small?: boolean | undefined;
}) {
  return (
    <ul class={classes('cards', small && 'cards--small')}>
      {children.map((card) => (
        <li>{card}</li>
      ))}
    </ul>
  );
}
