import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Browser } from './browser.js';
import type { Config } from './config.js';
import { people, type Person } from './people.js';
import { startProvider, type RunningProvider } from './server.js';
import { AUDIENCE, CLIENT, REDIRECT_URI, SIGNED_OUT_URI, testConfig } from './testing.js';

const [ada, mei] = people as readonly [Person, Person, ...Person[]];

let config: Config;
let provider: RunningProvider;
let browser: Browser;
let app: client.Configuration;

beforeEach(async () => {
  config = await testConfig();
  provider = await startProvider(config);
  browser = new Browser();
  app = await client.discovery(
    new URL(config.IDENTITY_ISSUER),
    CLIENT.id,
    CLIENT.secret,
    client.ClientSecretBasic(CLIENT.secret),
    {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated only as a warning sign; the provider is on this machine
      execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
    },
  );
});

afterEach(async () => {
  await provider.close();
});

async function signIn(sub: string, jar = browser) {
  const verifier = client.randomPKCECodeVerifier();
  const nonce = client.randomNonce();
  const state = client.randomState();
  const start = client.buildAuthorizationUrl(app, {
    redirect_uri: REDIRECT_URI,
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    nonce,
    state,
  });
  const login = await jar.get(start);
  const answer = login.headers.has('location') ? login : await jar.post(login.url, { sub });
  const callback = new URL(answer.headers.get('location') ?? '');
  return client.authorizationCodeGrant(app, callback, {
    pkceCodeVerifier: verifier,
    expectedNonce: nonce,
    expectedState: state,
  });
}

async function refresh(token: string | undefined) {
  return client.refreshTokenGrant(app, token ?? '');
}

describe('signing in', () => {
  it('gives an access token for the API and an ID token for the app', async () => {
    const tokens = await signIn(ada.sub);
    const { payload, protectedHeader } = await jwtVerify(
      tokens.access_token,
      createRemoteJWKSet(new URL(`${config.IDENTITY_ISSUER}/jwks`)),
      {
        issuer: config.IDENTITY_ISSUER,
        audience: AUDIENCE,
      },
    );
    const claims = {
      sub: ada.sub,
      email: ada.email,
      name: ada.name,
      tenant: ada.tenant.id,
      tenant_name: ada.tenant.name,
      roles: [ada.role],
    };
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(payload).toMatchObject(claims);
    expect(tokens.claims()).toMatchObject({ ...claims, aud: CLIENT.id });
  });

  it('lists everyone, without a script and without being kept', async () => {
    const response = await browser.get(
      client.buildAuthorizationUrl(app, {
        redirect_uri: REDIRECT_URI,
        scope: 'openid',
        code_challenge: 'x'.repeat(43),
        code_challenge_method: 'S256',
      }),
    );
    const page = await response.text();
    expect(people.filter(({ name, email }) => page.includes(name) && page.includes(email))).toHaveLength(people.length);
    expect(page).not.toContain('<script');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('asks nothing the second time', async () => {
    await signIn(ada.sub);
    const tokens = await signIn('nobody is asked');
    expect(tokens.claims()?.sub).toBe(ada.sub);
  });

  it('demands PKCE', async () => {
    const answer = await browser.get(
      client.buildAuthorizationUrl(app, { redirect_uri: REDIRECT_URI, scope: 'openid' }),
    );
    expect(answer.headers.get('location')).toMatch(/error=invalid_request.*PKCE/);
  });

  it('serves no other audience', async () => {
    const answer = await browser.get(
      client.buildAuthorizationUrl(app, {
        redirect_uri: REDIRECT_URI,
        scope: 'openid',
        code_challenge: 'x'.repeat(43),
        code_challenge_method: 'S256',
        resource: 'https://other.test',
      }),
    );
    expect(answer.headers.get('location')).toContain('error=invalid_target');
  });

  it('cannot be done from another browser, as another site would have to', async () => {
    const login = await browser.get(
      client.buildAuthorizationUrl(app, {
        redirect_uri: REDIRECT_URI,
        scope: 'openid',
        code_challenge: 'x'.repeat(43),
        code_challenge_method: 'S256',
      }),
    );
    const stranger = await new Browser().post(login.url, { sub: mei.sub });
    expect(stranger.status).toBe(400);
  });
});

it('gives out the addresses that browsers know, however it is called itself', async () => {
  const response = await fetch(`http://127.0.0.1:${config.IDENTITY_PORT}/.well-known/openid-configuration`);
  const { issuer, authorization_endpoint } = (await response.json()) as Record<string, string>;
  expect([issuer, authorization_endpoint]).toEqual([config.IDENTITY_ISSUER, `${config.IDENTITY_ISSUER}/auth`]);
});

describe('refresh tokens', () => {
  it('can be used once; using one twice ends the whole grant', async () => {
    const first = await signIn(ada.sub);
    const second = await refresh(first.refresh_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    await expect(refresh(first.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(refresh(second.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('outlive a restart, and so do the keys', async () => {
    const before = await signIn(ada.sub);
    await provider.close();
    provider = await startProvider(config);
    const after = await refresh(before.refresh_token);
    expect(after.claims()?.sub).toBe(ada.sub);
    expect((await signIn('nobody is asked')).claims()?.sub).toBe(ada.sub);
  });
});

describe('signing out', () => {
  async function signOut(parameters: Record<string, string>) {
    const page = await browser.get(
      client.buildEndSessionUrl(app, { post_logout_redirect_uri: SIGNED_OUT_URI, ...parameters }),
    );
    const html = await page.text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    return {
      html,
      confirm: () => browser.post(`${config.IDENTITY_ISSUER}/session/end/confirm`, { xsrf, logout: 'yes' }),
    };
  }

  it("goes through unasked for the person's own app, and ends the session and its tokens", async () => {
    const tokens = await signIn(ada.sub);
    const { html, confirm } = await signOut({ id_token_hint: tokens.id_token ?? '', state: 'back' });
    expect(html).toContain('submit()');
    expect((await confirm()).headers.get('location')).toBe(`${SIGNED_OUT_URI}?state=back`);
    await expect(refresh(tokens.refresh_token)).rejects.toMatchObject({ error: 'invalid_grant' });
    expect((await signIn(mei.sub)).claims()?.sub).toBe(mei.sub);
  });

  it('asks when anyone else wants it', async () => {
    await signIn(ada.sub);
    const { html } = await signOut({ client_id: CLIENT.id });
    expect(html).toContain('Stay signed in');
    expect(html).not.toContain('submit()');
  });
});
