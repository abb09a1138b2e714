import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Client } from 'pg';
import { z } from 'zod';

/** What drizzle-kit notes of each script beside its own name. */
const journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) });

/**
 * Fails where a script would be passed over in silence: drizzle runs those that are younger than the last one that ran,
 * and asks no further. Two branches may have made scripts of one moment, of which this database ran the other one.
 */
export async function mustFollow(client: Client, folder: string): Promise<void> {
  const ran = await scriptsThatRan(client);
  const last = Math.max(...ran.keys());
  for (const { folderMillis, hash } of readMigrationFiles({ migrationsFolder: folder })) {
    if (folderMillis <= last && ran.get(folderMillis) !== hash) {
      throw new Error(
        `this database ran another migration in the place of ${await nameOf(folder, folderMillis)}: ` +
          'make it anew, or bring that script back',
      );
    }
  }
}

/** The hash of each, by its moment. */
async function scriptsThatRan(client: Client): Promise<ReadonlyMap<number, string>> {
  const known = await client.query<{ known: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as known`,
  );
  if (!known.rows[0]?.known) {
    return new Map();
  }
  // A bigint, which is told as text.
  const { rows } = await client.query<{ hash: string; moment: string }>(
    'select hash, created_at as moment from drizzle.__drizzle_migrations',
  );
  return new Map(rows.map(({ hash, moment }) => [Number(moment), hash]));
}

async function nameOf(folder: string, moment: number): Promise<string> {
  const { entries } = journal.parse(JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8')));
  return entries.find(({ when }) => when === moment)?.tag ?? String(moment);
}
