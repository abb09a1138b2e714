import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { freePort } from './index.js';
import { startPostgres } from './postgres.js';
import { run, serve } from './process.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'testing-'));
  await chmod(folder, 0o755);
});

afterAll(() => rm(folder, { recursive: true }));

it('starts databases with an owner and a role for services', async () => {
  const server = await startPostgres(folder);
  const second = await server.createDatabase('second');
  for (const [url, database] of [
    [server.appUrl, 'first'],
    [second.appUrl, 'second'],
  ] as const) {
    const client = new Client(url);
    await client.connect();
    const { rows } = await client.query('select current_user as role, current_database() as database');
    expect(rows).toEqual([{ role: 'golden_app', database }]);
    await client.end();
  }
  await server.stop();
});

it('says which command failed', async () => {
  const command = { name: 'failing', file: process.execPath, args: ['-e', 'process.exit(3)'], logFolder: folder };
  await expect(run(command)).rejects.toThrow(/failing ended with 3/);
  await expect(serve(command, await freePort())).rejects.toThrow(/failing did not start/);
  await expect(run({ ...command, file: '/nowhere' })).rejects.toThrow(/ENOENT/);
});

it('finds a port that nobody listens on', async () => {
  const socket = connect(await freePort(), '127.0.0.1');
  await expect(new Promise((resolve) => socket.once('error', resolve))).resolves.toMatchObject({
    code: 'ECONNREFUSED',
  });
});
