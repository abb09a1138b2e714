import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';

import { people } from './people.js';
import { startProvider } from './server.js';
import { AUDIENCE, testConfig } from './testing.js';
import { accessToken, personOf } from './token.js';

const redirectUri = 'http://127.0.0.1/callback';

it.each(people)('signs $name in', async ({ sub, tenant, role }) => {
  const clients = JSON.stringify([{ id: 'cli', redirectUris: [redirectUri] }]);
  const config = await testConfig({ IDENTITY_CLIENTS: clients });
  const provider = await startProvider(config);
  const token = await accessToken({ issuer: config.IDENTITY_ISSUER, clientId: 'cli', redirectUri }, sub);
  expect(decodeJwt(token)).toMatchObject({ sub, aud: AUDIENCE, tenant: tenant.id, roles: [role] });
  await provider.close();
});

it('finds people by what one would type', () => {
  const [first] = people;
  expect(personOf('ada')).toBe(first);
  expect(personOf('ada@acme.example')).toBe(first);
  expect(() => personOf('nobody')).toThrow(/ada@acme\.example/);
});
