/** axe-core in a page of the test browser, with a list that can be read and acted on. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Rules whose answer depends on where things lie and what lies behind them, not on the document alone. */
export const rulesOfLayout = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block'];

const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface AxeOptions {
  /** Only these rules, for a second look at one question (contrast in the dark); otherwise WCAG 2.0 to 2.2 A and AA and best practice. */
  readonly rules?: readonly string[];
  /** Rules a page is excused from, each with the reason. */
  readonly except?: Readonly<Record<string, string>>;
  /** Part of the page to look at. */
  readonly within?: string;
}

const brought = new WeakSet<Page>();

/** Through the debugger, so that the page's own content policy (no script) stays as it is; the browser keeps it for the pages that follow. */
async function bring(page: Page): Promise<void> {
  if (!brought.has(page)) {
    brought.add(page);
    await page.addInitScript({ content: source });
  }
  if (!(await page.evaluate<boolean>('Boolean(window.axe)'))) await page.evaluate(`(() => { ${source} })()`);
}

/** What axe finds wrong on the page as it stands, one line per place. */
export async function axeFindings(page: Page, options: AxeOptions = {}): Promise<string[]> {
  await bring(page);
  const run = {
    runOnly: options.rules ? { type: 'rule', values: options.rules } : { type: 'tag', values: allRules },
    rules: Object.fromEntries(Object.keys(options.except ?? {}).map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
    // It would fetch every style sheet again, for a rule that we do not ask.
    preload: false,
  };
  // The whole of the results is a megabyte, and takes longer to fetch than to find.
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(${JSON.stringify(options.within ?? 'html')}, ${JSON.stringify(run)}).then((found) => found.violations)`,
  );
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id} (${violation.impact ?? 'unrated'}): ${violation.help}\n    ` +
        `${node.target.join(' ')}\n    ${node.html.slice(0, 160)}\n    ` +
        `${(node.failureSummary ?? '').replace(/\s+/g, ' ')}`,
    ),
  );
}

/** Fails with a readable list where axe finds anything. */
export async function axe(page: Page, options: AxeOptions = {}): Promise<void> {
  const findings = await axeFindings(page, options);
  assert.equal(findings.length, 0, `axe on ${page.url()}:\n  ${findings.join('\n  ')}`);
}
