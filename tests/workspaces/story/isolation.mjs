// Whether a tenant can get at another tenant's rows: by the gateway, by a service with forged metadata, by the database as the
// application's role. For each entity: list, get, update, delete, restore, search, history and relation picker.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { importer } from './stack.mjs';

const ENTITIES = {
  catalogue: ['categories', 'events', 'products', 'seriesItems', 'suppliers', 'tags'],
  sales: ['orderLines', 'orders', 'profiles', 'users'],
};
const QUERIES = ['list', 'get', 'options', 'history', 'file'];

export async function tellIsolation({ workspace, stack, step }) {
  const load = importer(workspace);
  const [ada, grace] = await Promise.all([stack.tokenOf('Ada Okafor'), stack.tokenOf('Grace Haddad')]);
  const acme = stack.personOf('Ada Okafor').tenant.id;
  const globex = stack.personOf('Grace Haddad').tenant.id;
  const forged = { 'x-tenant-id': acme, 'x-tenant': acme, tenant: acme, 'x-roles': 'manager', 'x-user-id': 'ada' };
  const call = (token, headers = {}) => gatewayCall(stack.gatewayUrl, token, headers);

  const rows = new Map();
  await step('Ada has rows of every entity', async () => {
    for (const many of Object.values(ENTITIES).flat()) {
      const { items } = await call(ada)(`${many}.list`, {});
      ok(items.length > 0, many);
      rows.set(many, items);
    }
  });
  const routes = await proceduresOf(load, workspace);

  for (const [how, headers] of Object.entries({ '': {}, ', with forged headers': forged })) {
    await step(`Grace gets at none of them by the gateway${how}`, async () => {
      const asGrace = call(grace, headers);
      for (const [many, items] of rows) {
        const ids = new Set(items.map(({ id }) => id));
        const none = (found, what) => ok(!found.some(({ id }) => ids.has(id)), `${many}.${what}`);
        none((await asGrace(`${many}.list`, { limit: 100 })).items, 'list');
        none(await asGrace(`${many}.options`, {}), 'options');
        // Those that a form has chosen are looked up by their ids.
        none(await asGrace(`${many}.options`, { ids: [...ids] }), 'options by id');
        for (const { id, version, ...row } of items) {
          equal(await asGrace(`${many}.get`, { id }), 'NOT_FOUND', `${many}.get`);
          equal(await update(asGrace, many, { id, version }, row), 'NOT_FOUND', `${many}.update`);
          equal(await asGrace(`${many}.remove`, { id, version }), 'NOT_FOUND', `${many}.remove`);
          if (routes(many).includes('restore')) {
            equal(await asGrace(`${many}.restore`, { id, version }), 'NOT_FOUND', `${many}.restore`);
          }
          if (routes(many).includes('history')) {
            ok(['NOT_FOUND', '[]'].includes(text(await asGrace(`${many}.history`, { id }))), `${many}.history`);
          }
          const words = Object.values(row).filter((value) => typeof value === 'string' && value.length > 2);
          for (const search of words.slice(0, 3)) {
            const found = await asGrace(`${many}.list`, { search });
            // Where an entity has no search, the query is refused.
            none(found === 'BAD_REQUEST' ? [] : found.items, 'search');
            none(await asGrace(`${many}.options`, { search }), 'picker');
          }
        }
      }
    });
  }

  await step('nor by a service itself, with forged metadata', async () => {
    const { createClient, ConnectError, Code } = await load('@connectrpc/connect', 'tools/e2e');
    const { createGrpcTransport } = await load('@connectrpc/connect-node', 'tools/e2e');
    const headers = { ...forged, authorization: `Bearer ${grace}` };
    for (const [service, entities] of Object.entries(ENTITIES)) {
      const transport = createGrpcTransport({ baseUrl: `http://127.0.0.1:${stack.ports[`${service}-grpc`]}` });
      for (const many of entities) {
        const file = `libs/contracts/dist/gen/es/shop/${service}/v1/${snake(many)}_pb.js`;
        const contract = Object.values(await load(file)).find((it) => it?.kind === 'service');
        const client = createClient(contract, transport);
        const methods = Object.keys(contract.method);
        const method = (prefix) => methods.find((name) => name.startsWith(prefix));
        const ids = new Set(rows.get(many).map(({ id }) => id));
        const answer = await client[methods.find((name) => /^list(?!.*(History|Options)$)/.test(name))]({}, { headers });
        const listed = Object.values(answer).find(Array.isArray);
        ok(!listed.some(({ id }) => ids.has(id)), `${many} listed`);
        for (const { id, version } of rows.get(many)) {
          for (const name of [method('get'), method('delete')]) {
            const refused = await client[name]({ id, version }, { headers }).then(
              () => 'done',
              (error) => Code[ConnectError.from(error).code],
            );
            equal(refused, 'NotFound', `${name} of ${many}`);
          }
        }
      }
    }
  });

  await step('nor by the database, as the role of the application', async () => {
    const pg = (await load('pg', 'libs/backend/database')).default;
    for (const [service, entities] of Object.entries(ENTITIES)) {
      const client = new pg.Client(databaseOf(stack, service));
      await client.connect();
      const tables = await client.query(
        "select table_name as name from information_schema.columns where column_name = 'tenant_id' and table_schema = 'public'",
      );
      ok(tables.rows.length >= entities.length, `${service}: ${tables.rows.length} tables`);
      for (const { name } of tables.rows) {
        const count = async () => Number((await client.query(`select count(*) as n from "${name}"`)).rows[0].n);
        equal(await count(), 0, `${name} without a tenant`);
        await client.query("select set_config('app.tenant_id', $1, false)", [globex]);
        const tenants = await client.query(`select distinct tenant_id as id from "${name}"`);
        deepEqual(tenants.rows.filter(({ id }) => id !== globex), [], name);
        const touched = await client.query(`delete from "${name}" where tenant_id = $1`, [acme]).catch(({ code }) => ({ code }));
        ok(touched.rowCount === 0 || touched.code === '42501', `${name}: ${text(touched)}`);
        await client.query("select set_config('app.tenant_id', '', false)");
      }
      await client.end();
    }
  });

  await step('Ada still has all of them', async () => {
    for (const [many, items] of rows) {
      deepEqual((await call(ada)(`${many}.list`, {})).items, items, many);
    }
  });
}

/** A call of a procedure: its answer, or the code of its refusal. */
function gatewayCall(url, token, more) {
  return async (procedure, input) => {
    const headers = { ...more, authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const body = JSON.stringify(input);
    const answer = QUERIES.includes(procedure.split('.')[1])
      ? await fetch(`${url}/${procedure}?input=${encodeURIComponent(body)}`, { headers })
      : await fetch(`${url}/${procedure}`, { method: 'POST', headers, body });
    const { result, error } = await answer.json();
    return error ? error.data.code : (result.data ?? null);
  };
}

/** What an update comes to that changes a field to the value that it has: of the first field that can be changed at all. */
async function update(call, many, which, row) {
  for (const [name, value] of Object.entries(row)) {
    const answer = await call(`${many}.update`, { ...which, changes: { [name]: value } });
    if (answer !== 'BAD_REQUEST') {
      return answer;
    }
  }
  return 'BAD_REQUEST';
}

async function proceduresOf(load, workspace) {
  const found = new Map();
  for (const service of Object.keys(ENTITIES)) {
    const folder = `apps/gateway/dist/${service}`;
    for (const file of readdirSync(join(workspace, folder)).filter((name) => name.endsWith('.router.js'))) {
      const [router] = Object.values(await load(`${folder}/${file}`));
      const many = file.replace('.router.js', '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
      found.set(many, Object.keys(router._def.procedures));
    }
  }
  return (many) => found.get(many);
}

function databaseOf({ ports, secrets }, service) {
  const port = ports.postgres;
  const password = secrets['postgres/shop_app'];
  return { host: '127.0.0.1', port, user: 'shop_app', password, database: `shop_${service}` };
}

const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
