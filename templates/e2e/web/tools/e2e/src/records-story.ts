import { deepEqual, equal, notEqual } from 'node:assert/strict';

import type { Page } from 'playwright-core';

import { inspect } from './browser.js';
import { call } from './page.js';
import type { Sample } from './sample.js';
import { SAMPLES } from './samples.js';
import type { Stack } from './stack.js';
import { step } from './steps.js';
import { entityWord, word } from './words.js';

/** How a field of the form is filled. */
export type Entry = { readonly field: string } & (
  | { readonly type: string }
  | { readonly set: string }
  | { readonly choose: string }
  /** The row of another sample. */
  | { readonly find: string }
  | { readonly upload: { readonly name: string; readonly mediaType: string; readonly content: string } }
);

export interface WebSample extends Sample {
  /** In addresses, and the name of its messages. */
  readonly folder: string;
  readonly entries: readonly Entry[];
  /** Whether the form is complete before anything is entered. */
  readonly complete?: boolean;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

/** Rows that the story has made so far, by the sample's `many`. */
export interface Rows {
  readonly ids: Map<string, string>;
  /** What stands for them in headings and links. */
  readonly names: Map<string, string>;
}

/** What the web makes of an entity: form, list and page, with the eyes of someone who may do everything. */
export async function addAndChange(page: Page, stack: Stack, out: string, rows: Rows): Promise<void> {
  for (const [index, sample] of SAMPLES.entries()) {
    const { folder, many } = sample;
    const picture = (what: string) => `1${index}-${folder}-${what}`;

    await step(`Ada adds one of ${many}`, async () => {
      await page.goto(`${stack.appUrl}/${folder}`);
      await page
        .getByRole('link', { name: entityWord(folder, 'new') })
        .first()
        .click();
      await page.waitForURL(`${stack.appUrl}/${folder}/new`);
      await inspect(page, picture('form'), out);
      if (!sample.complete) {
        await page.getByRole('button', { name: word('records', 'Form.create') }).click();
        await page.getByText(word('records', 'Form.invalid')).waitFor();
        await inspect(page, picture('problems'), out);
      }
      await fill(page, sample, rows);
      await page.getByRole('button', { name: word('records', 'Form.create') }).click();
      await page.waitForURL(new RegExp(`/${folder}/[\\da-f-]{36}$`));
      rows.ids.set(many, new URL(page.url()).pathname.split('/').at(-1) ?? '');
      await page.getByRole('link', { name: word('records', 'Detail.edit'), exact: true }).waitFor();
      const name = await page.getByRole('heading', { level: 1 }).innerText();
      rows.names.set(many, name);
      equal(name, sample.display === undefined ? name : sample.input[sample.display]);
      await inspect(page, picture('page'), out);
    });

    await step('she finds it', async () => {
      const name = nameOf(sample, rows);
      await page.goto(`${stack.appUrl}/${folder}?sort=-createdAt`);
      await page.getByRole('link', { name, exact: true }).first().waitFor();
      await inspect(page, picture('list'), out);
      if (sample.searched) {
        await page.getByRole('main').getByRole('searchbox').fill('nothing is called like this');
        await page.getByText(word('records', 'List.noMatch')).waitFor();
        await page.getByRole('main').getByRole('searchbox').fill(name);
        await page.getByRole('link', { name, exact: true }).first().waitFor();
      }
    });

    if (sample.change) {
      await step('she changes it, and overwrites nobody', async () => {
        await change(page, stack, sample, rows);
      });
    }
  }
}

/** Deletes what no other row of the story refers to. */
export async function remove(page: Page, stack: Stack, out: string, sample: WebSample, rows: Rows): Promise<void> {
  const { folder, many } = sample;
  const id = rows.ids.get(many) ?? '';
  const name = nameOf(sample, rows);
  await page.goto(`${stack.appUrl}/${folder}/${id}`);
  await page.getByRole('button', { name: word('records', 'Detail.more') }).click();
  await page.getByRole('menuitem', { name: word('records', 'Detail.remove') }).click();
  await page.getByRole('alertdialog').waitFor();
  await inspect(page, `20-${folder}-delete`, out);
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: word('records', 'Detail.remove') })
    .click();
  await page
    .getByText(word('records', 'Detail.wasRemoved', { name }))
    .first()
    .waitFor();
  equal(await call(page, `${many}.get`, { id }), 'NOT_FOUND');
  if (sample.softDelete) {
    await page.getByRole('button', { name: word('records', 'Detail.undo') }).click();
    await page
      .getByText(word('records', 'Detail.wasRestored', { name }))
      .first()
      .waitFor();
    notEqual(await call(page, `${many}.get`, { id }), 'NOT_FOUND');
  }
}

/** Enters everything that a new row needs. */
export async function fill(page: Page, { folder, entries }: WebSample, rows: Rows): Promise<void> {
  for (const entry of entries) {
    const name = entityWord(folder, `fields.${entry.field}`);
    if ('type' in entry) {
      await page.getByRole('textbox', { name, exact: true }).fill(entry.type);
    } else if ('set' in entry) {
      await page.getByLabel(name).fill(entry.set);
    } else if ('choose' in entry) {
      await page.getByRole('combobox', { name, exact: true }).click();
      await page.getByRole('option', { name: word('enums', entry.choose), exact: true }).click();
    } else if ('find' in entry) {
      const box = page.getByRole('combobox', { name, exact: true });
      const wanted = SAMPLES.find(({ many }) => many === entry.find);
      if (wanted?.display === undefined) {
        await box.click();
        await page.getByRole('option').first().click();
      } else {
        await box.fill(nameOf(wanted, rows));
        await page
          .getByRole('option', { name: nameOf(wanted, rows) })
          .first()
          .click();
      }
    } else {
      const { name: file, mediaType, content } = entry.upload;
      const buffer = Buffer.from(content, 'base64');
      await page.getByLabel(name).setInputFiles({ name: file, mimeType: mediaType, buffer });
    }
  }
}

async function change(page: Page, stack: Stack, sample: WebSample, rows: Rows): Promise<void> {
  const { folder, many, change: wanted, audit } = sample;
  if (!wanted) {
    return;
  }
  const id = rows.ids.get(many) ?? '';
  await page.goto(`${stack.appUrl}/${folder}/${id}`);
  await page.getByRole('link', { name: word('records', 'Detail.edit'), exact: true }).click();
  const name = entityWord(folder, `fields.${wanted.field}`);
  await page.getByRole('textbox', { name, exact: true }).fill(String(wanted.value));
  await page.getByRole('button', { name: word('records', 'Form.save') }).click();
  await page.waitForURL(`${stack.appUrl}/${folder}/${id}`);
  await page.getByText(String(wanted.value), { exact: true }).first().waitFor();
  const { version, ...row } = (await call(page, `${many}.get`, { id })) as Row;
  deepEqual([version, row[wanted.field]], [2, wanted.value]);
  const changes = { [wanted.field]: wanted.value };
  equal(await call(page, `${many}.update`, { id, version: 1, changes }), 'CONFLICT');
  if (audit) {
    await page.getByRole('tab', { name: word('records', 'Detail.history') }).click();
    await page.getByText(word('records', 'History.update', { who: word('records', 'History.you') })).waitFor();
  }
}

export function nameOf({ many }: WebSample, { names }: Rows): string {
  return names.get(many) ?? '';
}
