// A running demo, in the shape in which the workspace's own end-to-end tools take their stack.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Imports a file of the workspace, or a package as `from` (a folder of the workspace) sees it. */
export function importer(workspace) {
  return async (name, from) => {
    const path = from ? createRequire(join(workspace, from, 'package.json')).resolve(name) : join(workspace, name);
    return import(pathToFileURL(path).href);
  };
}

export async function demoStack(workspace) {
  const load = importer(workspace);
  const { accessToken } = await load('tools/dev-identity/dist/token.js');
  const { people } = await load('tools/dev-identity/dist/people.js');
  const { ports, secrets } = JSON.parse(readFileSync(join(workspace, '.fountane/demo/kept.json'), 'utf8'));
  const issuer = `http://localhost:${ports.identity}`;
  return {
    ports,
    secrets,
    issuer,
    appUrl: `http://localhost:${ports.web}`,
    gatewayUrl: `http://127.0.0.1:${ports.gateway}/trpc`,
    personOf: (name) => people.find((person) => person.name === name),
    tokenOf: (name) => {
      const client = { issuer, clientId: 'shop-cli', redirectUri: 'http://127.0.0.1/callback' };
      return accessToken(client, people.find((person) => person.name === name).sub);
    },
  };
}
