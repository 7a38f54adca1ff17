/** A person at the keyboard: goes from control to control with Tab, and presses Enter, Space or letters. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

const marked =
  `(() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle !== 'none' || ` +
  `style.boxShadow !== 'none' || style.textDecorationLine !== 'none'; })()`;

/** Presses Tab until the control has the focus. Fails where it cannot be reached, or where the focus cannot be seen. */
export async function tabTo(page: Page, control: Locator, atMost = 600): Promise<void> {
  await control.waitFor({ state: 'attached' });
  for (let steps = 0; steps < atMost; steps++) {
    const isThere: boolean = await control.evaluate((element) => element === element.ownerDocument.activeElement);
    if (isThere) {
      assert.ok(await page.evaluate<boolean>(marked), `the focus can be seen on ${String(control)}`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${String(control)} on ${page.url()}`);
}

/** Goes to a link or button, presses Enter and waits for the page it leads to. */
export async function enterAt(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}
