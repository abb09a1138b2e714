import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startPostgres } from '@golden/testing/postgres';
import { Client, escapeIdentifier } from 'pg';

import type { Schema } from './constraints.js';
import { Database } from './database.js';
import { migrateDatabase } from './migrate.js';

/** A migrated and empty database, of which copies are made: much faster than a server for each test file. */
export interface TestTemplate {
  readonly appUrl: string;
  readonly ownerUrl: string;
}

export interface TestServer extends TestTemplate {
  readonly stop: () => Promise<void>;
}

export interface TestDatabase extends TestServer {
  readonly database: Database;
}

/** A PostgreSQL for the tests of a package. */
export async function startTestServer(schema: Schema, migrations: string): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'tests-postgres-'));
  // PostgreSQL may run as somebody else, who has to get to its own folder in this one.
  await chmod(folder, 0o755);
  const server = await startPostgres(folder);
  const { appUrl, ownerUrl } = server;
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await migrateDatabase({ url: ownerUrl, folder: migrations, schema });
  } catch (error) {
    // Whatever happens: a database that is left running outlives the tests.
    await stop();
    throw error;
  }
  return { appUrl, ownerUrl, stop };
}

/** A copy of the template for one test file. */
export async function openTestDatabase(template: TestTemplate, schema: Schema): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await copyDatabase(template.ownerUrl, name);
  const appUrl = withDatabase(template.appUrl, name);
  const ownerUrl = withDatabase(template.ownerUrl, name);
  const database = new Database({ url: appUrl, schema, maxConnections: 4 });
  return { database, appUrl, ownerUrl, stop: () => database.close() };
}

async function copyDatabase(templateUrl: string, name: string): Promise<void> {
  const { pathname, username } = new URL(templateUrl);
  // Only the superuser may copy; tests trust whoever comes from this machine.
  const admin = new URL(withDatabase(templateUrl, 'postgres'));
  admin.username = 'postgres';
  const client = new Client(admin.href);
  await client.connect();
  try {
    const template = escapeIdentifier(pathname.slice(1));
    await client.query(
      `create database ${escapeIdentifier(name)} template ${template} owner ${escapeIdentifier(username)}`,
    );
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
