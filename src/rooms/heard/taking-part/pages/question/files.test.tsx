/** What a question page asks a browser to fetch: its stylesheet, which it waits for, and a script, which it does not. Nothing else (P20). */
import assert from 'node:assert/strict';
import test from 'node:test';
import { directionOf, itemsFor } from '#rooms/heard/instruments/index.js';
import { TakePage } from '#ui/take-page/take-page.js';
import { builtAssets } from '#test/browser.js';
import { document } from '#test/views.js';
import { asked } from '../../fixtures.js';
import { sayIn } from '../../said.js';
import { Tools } from '../tools.view.js';
import { QuestionStep } from './step.view.js';

test('a question page is three requests: itself, one stylesheet, one script that nothing waits for; it names no typeface', () => {
  const assets = builtAssets();
  for (const language of sayIn.tags) {
    for (const item of itemsFor(asked.content, 'student secondary')) {
      const markup = document(
        <TakePage title={item.key} language={language} direction={directionOf(language)} assets={assets}>
          <QuestionStep
            code="BCDFGHJK"
            language={language}
            of="a"
            state={null}
            languages={sayIn.tags}
            isPassed
            hasBefore
            item={item}
            audience="student secondary"
            first="en"
            value={undefined}
            problem={null}
            seed={4711}
            turnTo={null}
            progress={{ number: 3, total: 14 }}
          />
          <Tools language={language} />
        </TakePage>,
      );
      const fetched = [
        ...markup.matchAll(
          /<(?:link|script|img|source|audio|video|iframe|object)\b[^>]*?\b(?:href|src|data)="([^"]+)"[^>]*>/g,
        ),
      ].filter(([, address = '']) => !address.startsWith('data:'));
      assert.deepEqual(
        fetched.map(([, address]) => address),
        [assets.css, assets.take],
        `${language} ${item.key}`,
      );
      assert.match(fetched[1]?.[0] ?? '', / defer\b/);
      assert.doesNotMatch(markup, /preload|woff|style="|url\(/, `${language} ${item.key}`);
    }
  }
});
