import { equal } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

const rules: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Looks at the page as it is now: axe has nothing to say, in light and in dark, and a picture of each is kept. */
export async function inspect(page: Page, name: string, folder: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours fade over: axe would measure the contrast half-way.
    await page.waitForTimeout(100);
    await page.evaluate(endAnimations);
    // Evaluated and not added as a script, which a content security policy may forbid.
    await page.evaluate(axe);
    const { violations } = await page.evaluate(
      async (options): Promise<AxeResults> =>
        (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, options),
      rules,
    );
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    equal(found.join('\n'), '', `axe on ${name} (${colorScheme})`);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** In the page: whatever fades or moves is where it will be, but for what moves for ever. */
async function endAnimations(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const animation of document.getAnimations()) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) {
      animation.finish();
    }
  }
}
