import type { Reference } from '@golden/types';
import { and, eq, inArray, not, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, AnyPgTable, PgTable } from 'drizzle-orm/pg-core';

import type { Tx } from './database.js';
import type { ListFilter } from './filters.js';

/** The other side, as far as links need it: what to show for ids, and whether they may be linked with. */
export interface LinkTarget {
  references(tx: Tx, ids: Iterable<string | null>): Promise<Map<string, Reference>>;
  mustHaveAll(tx: Tx, field: string, ids: readonly string[]): Promise<void>;
}

/** One direction of a many-to-many relation: from a row to the rows of the other side. */
export class ManyToMany<Link extends PgTable, From extends keyof Link & string, To extends keyof Link & string> {
  private readonly untyped: AnyPgTable;
  private readonly from: AnyPgColumn;
  private readonly to: AnyPgColumn;

  constructor(
    link: Link,
    private readonly fields: { readonly from: From; readonly to: To },
    private readonly other: () => LinkTarget,
  ) {
    this.untyped = link;
    this.from = link[fields.from] as AnyPgColumn;
    this.to = link[fields.to] as AnyPgColumn;
  }

  /** Links the row with these, and with no others. A link may stay when its other side was removed since. */
  async replace(tx: Tx, field: string, id: string, others: readonly string[]): Promise<void> {
    const linked = await this.idsOf(tx, id);
    const gone = linked.filter((other) => !others.includes(other));
    const added = others.filter((other) => !linked.includes(other));
    if (gone.length > 0) {
      await tx.delete(this.untyped).where(and(eq(this.from, id), inArray(this.to, gone)));
    }
    if (added.length > 0) {
      await this.other().mustHaveAll(tx, field, added);
      await tx.insert(this.untyped).values(added.map((other) => ({ [this.fields.from]: id, [this.fields.to]: other })));
    }
  }

  /** The ids of the other side, in an order that stays the same. */
  async idsOf(tx: Tx, id: string): Promise<string[]> {
    const links = await tx
      .select({ to: sql<string>`${this.to}` })
      .from(this.untyped)
      .where(eq(this.from, id))
      .orderBy(this.to);
    return links.map(({ to }) => to);
  }

  /** The other side of each of these rows, by label: two queries, however many rows there are. */
  async references(tx: Tx, ids: readonly string[]): Promise<Map<string, Reference[]>> {
    const found = new Map<string, Reference[]>(ids.map((id) => [id, []]));
    if (ids.length === 0) {
      return found;
    }
    const links = await tx
      .select({ from: sql<string>`${this.from}`, to: sql<string>`${this.to}` })
      .from(this.untyped)
      .where(inArray(this.from, [...ids]));
    const others = await this.other().references(
      tx,
      links.map(({ to }) => to),
    );
    for (const { from, to } of links) {
      const reference = others.get(to);
      if (reference) {
        found.get(from)?.push(reference);
      }
    }
    for (const references of found.values()) {
      references.sort((a, b) => a.label.localeCompare(b.label) || a.id.localeCompare(b.id));
    }
    return found;
  }

  /** For a list's filter: the rows that are linked with one of these, or with none at all. */
  having(row: AnyPgColumn): ListFilter {
    const linked = (condition?: SQL) =>
      sql`exists (select 1 from ${this.untyped} where ${and(eq(this.from, row), condition)})`;
    return ({ equals, in: choices, isNull }) => [
      ...(equals === undefined ? [] : [linked(eq(this.to, equals))]),
      ...(choices ? [linked(inArray(this.to, [...choices]))] : []),
      ...(isNull === undefined ? [] : [isNull ? not(linked()) : linked()]),
    ];
  }
}
