import { readFileSync } from 'node:fs';
import { render } from 'preact-render-to-string';
import { z } from 'zod';
import { halt, publicPage, view } from '#kit/page.js';
import { type AssetManifest, pageAssets } from '#ui/assets.js';
import { allExamples, KitMain, kitTitle, kitWholePage } from '#ui/kit.js';
import { doctype } from '#ui/page/page.js';
import { kitPagePaths } from '../../paths.js';

const name = z.string().regex(/^[a-z0-9-]{1,80}$/);
const path = (component: string, example?: string) => kitPagePaths.kit(component, example);

export const kitPage = publicPage({
  path: '/kit',
  params: z.object({}),
  cached: true,
  onlyInDemonstration: true,
  withoutDatabase: 'from memory',
  get: async ({ site }) =>
    view({
      title: kitTitle(null),
      canonical: site + kitPagePaths.kit(),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Kit' }],
      main: <KitMain component={null} path={path} />,
    }),
});

export const kitComponentPage = publicPage({
  path: '/kit/:component',
  params: z.object({ component: name }),
  cached: true,
  onlyInDemonstration: true,
  withoutDatabase: 'from memory',
  async get({ params: { component }, site }) {
    if (!allExamples().some((entry) => entry.component === component)) return halt('not-found');
    return view({
      title: kitTitle(component),
      canonical: site + kitPagePaths.kit(component),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Kit', href: kitPagePaths.kit() }, { text: component }],
      main: <KitMain component={component} path={path} />,
    });
  },
});

/** A whole page as an example: a document of its own, without the frame. */
export const kitExamplePage = publicPage({
  path: '/kit/:component/:example',
  params: z.object({ component: name, example: name }),
  cached: true,
  onlyInDemonstration: true,
  withoutDatabase: 'from memory',
  async get({ params: { component, example } }) {
    const manifest: AssetManifest = JSON.parse(
      readFileSync(new URL('../../../../../../assets/manifest.json', import.meta.url), 'utf8'),
    );
    const page = kitWholePage(component, example, pageAssets(manifest));
    return page ? { kind: 'file', type: 'text/html; charset=utf-8', body: doctype + render(page) } : halt('not-found');
  },
});
