// Runs the migrations of a folder on databases, by drizzle's own migrator, then holds every table's owner to its policies,
// as the services' own program does: migrate.mjs <workspace> <service> <migrations> <url>…
import { importer } from './stack.mjs';

const [workspace, service, migrationsFolder, ...urls] = process.argv.slice(2);
const load = importer(workspace);
const { drizzle } = await load('drizzle-orm/node-postgres', service);
const { migrate } = await load('drizzle-orm/node-postgres/migrator', service);
const { default: pg } = await load('pg', 'libs/core/testing');

for (const url of urls) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await migrate(drizzle(client), { migrationsFolder });
    const tables = await client.query(`select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace`);
    for (const { name } of tables.rows) {
      await client.query(`alter table "${name}" force row level security`);
    }
  } catch (error) {
    throw new Error(`${url}: ${error.cause?.message ?? error.message}`);
  } finally {
    await client.end();
  }
}
