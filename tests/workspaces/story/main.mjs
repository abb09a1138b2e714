// The story of the ten-entity shop against its running demo:
//
//   node main.mjs WORKSPACE PICTURES
//
// Chromium signs in, creates, edits, searches, filters and deletes; axe looks at every page, in light and in dark; then the other
// tenant tries every way to rows that are not its own.
import { equal, ok } from 'node:assert/strict';
import { mkdirSync } from 'node:fs';

import { tellIsolation } from './isolation.mjs';
import { demoStack, importer } from './stack.mjs';

const [workspace, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const load = importer(workspace);
const stack = await demoStack(workspace);
const { launch, inspect } = await load('tools/e2e/dist/browser.js');
const { signIn, call, watchConsole } = await load('tools/e2e/dist/page.js');
const { addAndChange, remove } = await load('tools/e2e/dist/records-story.js');
const { unreferenced } = await load('tools/e2e/dist/sample.js');
const { SAMPLES } = await load('tools/e2e/dist/samples.js');
const { step } = await load('tools/e2e/dist/steps.js');

const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 1180, height: 760 }, locale: 'en' });
  const page = await context.newPage();
  const problems = watchConsole(page);
  const rows = { ids: new Map(), names: new Map() };

  await step('Ada of Acme signs in', () => signIn(page, stack, 'Ada Okafor', '/'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await inspect(page, '00-home', out);
  await addAndChange(page, stack, out, rows);

  await step('she filters products by their condition and by their category', async () => {
    await page.goto(`${stack.appUrl}/products`);
    const list = page.getByRole('main');
    await list.getByRole('link', { name: 'Splicing fid' }).waitFor();
    await list.getByRole('button', { name: 'Condition' }).first().click();
    await page.getByRole('checkbox', { name: 'Refurbished' }).click();
    await list.getByRole('link', { name: 'Storm jacket' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await inspect(page, '15-products-filtered', out);
    equal(await list.getByRole('link', { name: 'Splicing fid' }).count(), 1);
    equal(new URL(page.url()).searchParams.get('condition'), 'refurbished');
    await list.getByRole('button', { name: /^Clear/ }).first().click();
    await list.getByRole('link', { name: 'Storm jacket' }).waitFor();
  });

  await step('every list of the shop can be opened', async () => {
    for (const folder of ['tags', 'events', 'users', 'profiles', 'orders', 'order-lines']) {
      await page.goto(`${stack.appUrl}/${folder}`);
      await page.getByRole('table').waitFor();
      await inspect(page, `16-${folder}`, out);
    }
  });

  await tellIsolation({ workspace, stack, step });

  for (const sample of unreferenced(SAMPLES)) {
    await step(`Ada deletes one of ${sample.many}`, () => remove(page, stack, out, sample, rows));
  }

  await step('Grace of Globex sees none of it in her browser', async () => {
    const other = await browser.newContext({ locale: 'en' });
    const tab = await other.newPage();
    await signIn(tab, stack, 'Grace Haddad', '/products');
    await tab.getByRole('heading', { level: 1, name: 'Products' }).waitFor();
    equal(await tab.getByRole('link', { name: 'End to end' }).count(), 0);
    for (const [many, id] of rows.ids) {
      equal(await call(tab, `${many}.get`, { id }), 'NOT_FOUND', many);
    }
    await other.close();
  });
  ok(problems.length === 0, problems.join('\n'));
} finally {
  await browser.close();
}
