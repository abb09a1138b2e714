import type { BrowserContext, Page } from 'playwright-core';

import type { Stack } from './stack.js';
import { word } from './words.js';

export async function signIn(page: Page, stack: Stack, name: string, path: string): Promise<void> {
  await page.goto(`${stack.appUrl}/auth/sign-in?returnTo=${path}`);
  await choose(page, name);
  await page.waitForURL(`${stack.appUrl}${path}`);
}

/** At the provider. */
export async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
}

/** A form that is half filled in may ask first, in the page or as the browser does. */
export async function leave(page: Page): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page
    .getByRole('button', { name: word('records', 'Form.unsaved.leave') })
    .click({ timeout: 2_000 })
    .catch(() => undefined);
}

export async function endAtProvider(context: BrowserContext, stack: Stack): Promise<void> {
  const tab = await context.newPage();
  await tab.goto(`${stack.issuer}/session/end`);
  await tab.getByRole('button', { name: 'Sign out' }).click();
  await tab.getByText('You are signed out').waitFor();
  await tab.close();
}

/** Calls a procedure as the page's own scripts do: its answer, or the code of its refusal. */
export async function call(page: Page, procedure: string, input: object): Promise<unknown> {
  const isQuery = /\.(get|list|options|history)$/.test(procedure);
  return page.evaluate(
    async ([path, body, query]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = query
        ? await fetch(`/api/trpc/${path}?input=${encodeURIComponent(body)}`)
        : await fetch(`/api/trpc/${path}`, { method: 'POST', headers, body });
      const text = (await answer.json()) as { result?: { data: unknown }; error?: { data: { code: string } } };
      return text.error ? text.error.data.code : text.result?.data;
    },
    [procedure, JSON.stringify(input), isQuery] as const,
  );
}

/** Errors of our own scripts. A refused call is also written to the console by the browser, and is no error here. */
export function watchConsole(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      problems.push(message.text());
    }
  });
  return problems;
}

export function watchBodies(page: Page, origin: string): string[] {
  const bodies: string[] = [];
  page.on('response', (response) => {
    if (response.url().startsWith(origin)) {
      // Redirects have no body.
      response.text().then(
        (body) => bodies.push(body),
        () => undefined,
      );
    }
  });
  return bodies;
}
