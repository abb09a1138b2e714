import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pgTable, text } from 'drizzle-orm/pg-core';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { tenantId } from './columns.js';
import { migrateDatabase } from './migrate.js';
import { openTestDatabase, startTestServer, type TestDatabase, type TestServer } from './testing.js';

const notes = pgTable('notes', { tenantId: tenantId(), text: text('text') });
const schema = { notes };

let folder: string;
let server: TestServer;
let postgres: TestDatabase;

/** The scripts of a branch, by their moments. */
async function write(scripts: Readonly<Record<string, readonly [when: number, sql: string]>>): Promise<void> {
  const entries = Object.entries(scripts).map(([tag, [when]], idx) => ({ idx, version: '7', when, tag }));
  for (const [tag, [, sql]] of Object.entries(scripts)) {
    await writeFile(join(folder, `${tag}.sql`), sql);
  }
  await writeFile(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }));
}

const init = [1, 'create table notes (tenant_id uuid not null, text text)'] as const;
const migrate = () => migrateDatabase({ url: postgres.ownerUrl, folder, schema });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tests-migrate-'));
  await mkdir(join(folder, 'meta'));
  await write({ '0000_init': init });
  server = await startTestServer(schema, folder);
});

beforeEach(async () => {
  await write({ '0000_init': init });
  postgres = await openTestDatabase(server, schema);
  return () => postgres.stop();
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

it('runs the scripts that are new', async () => {
  await write({ '0000_init': init, '0001_stars': [2, 'alter table notes add stars integer'] });
  await migrate();
  await expect(migrate()).resolves.toBeUndefined();
});

it.each([
  ['of the same moment', 3],
  ['of a moment before', 2],
])('refuses a script that would never run because another branch ran one %s', async (_, when) => {
  await write({ '0000_init': init, '0001_stars': [3, 'alter table notes add stars integer'] });
  await migrate();
  await write({ '0000_init': init, '0001_colours': [when, 'alter table notes add colour text'] });
  await expect(migrate()).rejects.toThrow(/ran another migration in the place of 0001_colours/);
});

it('waits for nobody who uses a table that needs nothing', async () => {
  const reader = new Client(postgres.ownerUrl);
  await reader.connect();
  try {
    await reader.query('begin; select from notes');
    await expect(migrate()).resolves.toBeUndefined();
  } finally {
    await reader.end();
  }
});
