// A PostgreSQL as the workspace's own tests start it: says where it is, makes a database for each line on stdin, and ends
// with stdin.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { importer } from './stack.mjs';

const load = importer(process.argv[2]);
const { startPostgres } = await load('libs/core/testing/dist/postgres.js');
const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
// PostgreSQL runs as another user where we are root.
await chmod(folder, 0o755);
const postgres = await startPostgres(folder);
try {
  console.log('ready');
  for await (const name of createInterface({ input: process.stdin })) {
    const { ownerUrl } = await postgres.createDatabase(name);
    console.log(ownerUrl);
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
