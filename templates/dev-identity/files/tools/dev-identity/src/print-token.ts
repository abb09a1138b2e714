import { ConfigError } from '@golden/errors';

import { readConfig } from './config.js';
import { accessToken, personOf } from './token.js';

const { IDENTITY_ISSUER: issuer, IDENTITY_CLIENTS: clients } = readConfig(process.env);
const client = clients.find(({ secret }) => secret === undefined);
const redirectUri = client?.redirectUris[0];
if (!client || redirectUri === undefined) {
  throw new ConfigError('IDENTITY_CLIENTS has no client without a secret');
}
const person = personOf(process.argv[2] ?? '');
console.log(await accessToken({ issuer, clientId: client.id, redirectUri }, person.sub));
