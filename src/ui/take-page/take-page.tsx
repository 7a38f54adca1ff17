/**
 * The document of whoever takes part in a survey: one question, no navigation, no typeface to fetch, a language and a direction of its own
 * (reference listening, P4, P19, P20).
 */
import type { Content } from '../parts.js';
import { wordsByLanguage } from '#base/language/words.js';
import type { PageAssets } from '../page/page.js';

export interface TakePageProps {
  readonly title: string;
  readonly children: Content;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly assets: PageAssets;
  readonly refused?: boolean | undefined;
}

/** What a refused page's title begins with, in the languages that Kept speaks. */
const sayIn = wordsByLanguage({ en: { error: 'Error' }, cy: { error: 'Gwall' }, ar: { error: 'خطأ' } });

export function TakePage({ title, children, language, direction, assets, refused }: TakePageProps) {
  return (
    <html lang={language === 'en' ? 'en-GB' : language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${refused ? `${sayIn(language)('error')}: ` : ''}${title} - Kept`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={assets.css} />
        {/* An empty picture: a browser asks for no other, and a page stays three requests. */}
        <link rel="icon" href="data:image/svg+xml," />
        {/* Helps without being needed; it loads the offline part itself, once a page stands. */}
        <script id="take-script" src={assets.take} defer data-offline={assets.offline} />
      </head>
      <body class="take">
        <main id="content" class="take__page" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}
