import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { frameworkPaths, publishedFramework } from '#rooms/ground/frameworks/index.js';
import { londonTiles } from '../../london-tiles.js';
import { registerPaths } from '../../paths.js';
import { authorityEntries, registerFigures, signedInArea } from '../../published.js';
import { shownWord } from '../../rules.js';
import { MapView } from './map.view.js';

export const mapPage = publicPage({
  path: '/frameworks/:framework/register/map',
  params: z.object({ framework: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params: { framework: slug }, now, site }) {
    const framework = await publishedFramework(db, slug);
    if (!framework) return halt('not-found');
    const today = londonDate(now);
    const codes = londonTiles.map(({ code }) => code);
    const entries = await authorityEntries(db, slug, codes);
    const others = await signedInArea(db, slug, codes, today);
    return view({
      title: `Map of London: register of “${framework.name}”`,
      canonical: site + registerPaths.map(slug),
      crumbs: [
        { text: 'Home', href: '/' },
        { text: framework.name, href: frameworkPaths.one(slug) },
        { text: 'Register', href: registerPaths.all(slug) },
        { text: 'Map of London' },
      ],
      main: (
        <MapView
          framework={framework.name}
          figures={await registerFigures(db, slug, today)}
          tiles={londonTiles.map((tile) => {
            const entry = entries.get(tile.code);
            return {
              ...tile,
              entry: entry ? { href: registerPaths.one(slug, entry.slug), word: shownWord(entry, today) } : null,
              others: others.get(tile.code) ?? 0,
              othersHref: registerPaths.all(slug, { authority: tile.code }),
            };
          })}
          register={registerPaths.all(slug)}
        />
      ),
    });
  },
});
