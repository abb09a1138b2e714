import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { unsealData } from 'iron-session';
import type { BrowserContext } from 'playwright-core';

import type { Stack } from './stack.js';

interface Sealed {
  readonly tokens: { readonly access: string; readonly refresh: string; readonly id: string };
}

const COOKIE = 'golden.session';

export async function cookieHeader(context: BrowserContext, stack: Stack): Promise<string> {
  const cookies = await context.cookies(stack.appUrl);
  return cookies
    .filter(({ name }) => name.startsWith(COOKIE))
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
}

/** Gives the browser the cookie that a request outside of it was answered with. */
export async function keepCookies(context: BrowserContext, stack: Stack, answer: Response | undefined): Promise<void> {
  for (const line of answer?.headers.getSetCookie() ?? []) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    await context.addCookies([{ name, value, url: stack.appUrl, httpOnly: true, sameSite: 'Lax' }]);
  }
}

/** What the session's cookie holds, which nobody but the web can read. */
export async function unseal(context: BrowserContext, stack: Stack): Promise<Sealed> {
  const seal = (await cookieHeader(context, stack)).slice(COOKIE.length + 1);
  return unsealData<Sealed>(seal, { password: stack.sessionSecret });
}

export function renewals(stack: Stack): number {
  return count(stack, "model = 'RefreshToken' and payload ->> 'consumed' is not null");
}

export function livingRefreshTokens(stack: Stack, id: string): number {
  return count(stack, `model = 'RefreshToken' and id = '${id}' and payload ->> 'consumed' is null`);
}

function count(stack: Stack, where: string): number {
  const db = new DatabaseSync(join(stack.identityFolder, 'sessions.sqlite'), { readOnly: true });
  const row = db.prepare(`select count(*) as n from entry where ${where}`).get();
  db.close();
  return Number(row?.['n']);
}
