import { createHash, randomBytes } from 'node:crypto';

import { z } from 'zod';

import { Browser } from './browser.js';
import { findPerson, people, type Person } from './people.js';

export interface PublicClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
}

const answer = z.object({ access_token: z.string() });

/** Signs in as somebody, as a browser would, and returns the access token: for command lines and tests. */
export async function accessToken({ issuer, clientId, redirectUri }: PublicClient, sub: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const start = new URL(`${issuer}/auth`);
  start.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email profile',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const browser = new Browser();
  const login = await browser.get(start);
  const back = await browser.post(login.url, { sub });
  const code = new URL(back.headers.get('location') ?? '', redirectUri).searchParams.get('code');
  if (code === null) {
    throw new Error(`${issuer} did not sign anybody in: ${String(back.status)}`);
  }
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    }),
  });
  return answer.parse(await response.json()).access_token;
}

/** By e-mail address, by its part before the `@`, or by subject. */
export function personOf(text: string): Person {
  const person = findPerson(text) ?? people.find(({ email }) => email === text || email.startsWith(`${text}@`));
  if (!person) {
    throw new Error(`there is no ${text}: try one of ${people.map(({ email }) => email).join(', ')}`);
  }
  return person;
}
