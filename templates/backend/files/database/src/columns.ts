import { sql } from 'drizzle-orm';
import { customType, foreignKey, integer, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

import { currentTenant } from './tenancy.js';

/** A moment as the contract tells it, ISO 8601 in UTC to the millisecond: a cursor must not lose any. */
export const moment = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
});

/** A whole number of 64 bits, as text: a JavaScript number would round it. */
export const long = customType<{ data: string; driverData: string }>({ dataType: () => 'bigint' });

/** Bytes, in base64. */
export const bytes = customType<{ data: string; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value, 'base64'),
  fromDriver: (value) => value.toString('base64'),
});

/** Any JSON value. Drizzle's own column would read the text `"5"` as the number. */
export const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
});

/** Whose row it is: the transaction's tenant, whatever a caller says. */
export const tenantId = () => uuid('tenant_id').notNull().default(currentTenant);

/** What every entity has. */
export const rowColumns = () => ({
  id: uuid('id').notNull().defaultRandom(),
  tenantId: tenantId(),
  version: integer('version').notNull().default(1),
  createdAt: moment('created_at')
    .notNull()
    .default(sql`now()`),
  updatedAt: moment('updated_at')
    .notNull()
    .default(sql`now()`),
});

/** What an entity has besides where it is removed softly. */
export const softRowColumns = () => ({ ...rowColumns(), deletedAt: moment('deleted_at') });

/** A table that others can point to. */
export interface Target {
  readonly tenantId: AnyPgColumn;
  readonly id: AnyPgColumn;
}

/** A foreign key with the tenant in it, so that none can point to another tenant's row. */
export const keyTo = (target: () => Target, name: string, columns: [AnyPgColumn, AnyPgColumn]) => {
  const { tenantId: tenant, id } = target();
  return foreignKey({ name, columns, foreignColumns: [tenant, id] });
};
