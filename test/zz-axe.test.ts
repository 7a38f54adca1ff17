import { test } from 'node:test';
import { runningKept } from './running.js';
import { openPage } from './browser.js';
import { axeFindings } from './axe.js';
import { persona } from './visit.js';
test('axe', { timeout: 300_000 }, async () => {
  const kept = await runningKept();
  try {
    const offers = await kept.house.gates.public.read({ account: null, boards: [] }, (r) => r.selectFrom('published.offer').select(['slug', 'id', 'state', 'provider_code']).execute());
    const own = offers.filter((o) => o.provider_code === 'E09999001');
    const pub = ['/care-offer', '/care-offer/find', '/care-offer/offers', '/care-offer/offers?page=2', ...['live', 'ended'].map((st) => `/care-offer/offers/${own.find((o) => o.state === st)?.slug}`), '/care-offer/authorities/E09999001', '/care-offer/coverage', '/care-offer/coverage?page=2', '/care-offer/coverage/care-leavers-asks/travel', '/care-offer/compare', '/care-offer/compare?a=E09999001&b=E06000052', '/care-offer/benchmark', '/care-offer/benchmark?region=Atlantis'];
    const work = ['/work/care-offer', '/work/care-offer/new', `/work/care-offer/offers/${own.find((o) => o.state === 'live')?.id}`, `/work/care-offer/offers/${own.find((o) => o.state === 'live')?.id}/edit`, '/work/care-offer/upload', '/work/care-offer/coverage'];
    for (const key of ['borough', 'programme'] as const) {
      const who = await persona(kept, key);
      const page = await openPage({ width: 360, baseURL: kept.url });
      await page.context().addCookies([{ name: 'kept', value: who.token ?? '', url: kept.url }]);
      for (const path of key === 'borough' ? [...pub, ...work] : ['/work/care-offer', '/work/care-offer/new', '/work/care-offer/coverage', '/work/care-offer/coverage?authority=E06000052']) {
        await page.goto(path, { waitUntil: 'load' });
        for (const f of await axeFindings(page)) console.error(path, f);
        const beyond = await page.evaluate<number>('document.scrollingElement.scrollWidth - document.documentElement.clientWidth');
        if (beyond > 0) console.error(path, 'beyond', beyond);
      }
      await page.context().close();
    }
  } finally { await kept.stop(); }
});
