import { currentRequest } from '@golden/auth';
import { AUDIT_ACTIONS, type AuditAction, type AuditEntry, type FieldChange } from '@golden/types';
import { and, desc, eq, sql } from 'drizzle-orm';
import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

import { tenantId } from './columns.js';
import type { Tx } from './database.js';
import { tenantPolicy } from './tenancy.js';

/** Who did what. Services may add to it and read it, and change nothing in it. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: uuid('id').notNull().defaultRandom(),
    tenantId: tenantId(),
    entity: text('entity').notNull(),
    entityId: uuid('entity_id').notNull(),
    action: text('action', { enum: AUDIT_ACTIONS }).notNull(),
    userId: text('user_id').notNull(),
    requestId: text('request_id'),
    // Not when the transaction began: changes of a row are told in the order in which they were made.
    at: timestamp('at', { withTimezone: true, precision: 6 })
      .notNull()
      .default(sql`clock_timestamp()`),
    changes: jsonb('changes').$type<FieldChange[]>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'audit_entries_pkey', columns: [t.tenantId, t.id] }),
    index('audit_entries_entity_idx').on(t.tenantId, t.entity, t.entityId, t.at),
    tenantPolicy(t),
  ],
);

export interface Change {
  readonly entity: string;
  readonly id: string;
  readonly action: AuditAction;
  /** The fields that people know, before and after; `null` where there was nothing. */
  readonly before: object | null;
  readonly after: object | null;
}

/** Writes who did what in the transaction of the change itself: neither is there without the other. */
export async function recordChange(tx: Tx, { entity, id, action, before, after }: Change): Promise<void> {
  const { caller, requestId } = currentRequest();
  await tx.insert(auditEntries).values({
    entity,
    entityId: id,
    action,
    userId: caller.userId,
    requestId,
    changes: changedFields(before ?? {}, after ?? {}),
  });
}

/** What happened to a row, the latest first. */
export async function historyOf(tx: Tx, entity: string, id: string, limit = 200): Promise<AuditEntry[]> {
  return tx
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.entity, entity), eq(auditEntries.entityId, id)))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit);
}

export function changedFields(before: object, after: object): FieldChange[] {
  const was: Readonly<Record<string, unknown>> = { ...before };
  const is: Readonly<Record<string, unknown>> = { ...after };
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((field) => {
    const change = { field, from: was[field] ?? null, to: is[field] ?? null };
    return JSON.stringify(change.from) === JSON.stringify(change.to) ? [] : [change];
  });
}
