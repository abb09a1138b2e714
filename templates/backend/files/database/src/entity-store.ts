import { createHash } from 'node:crypto';

import { ConflictError, InUseError, InvalidError, NotFoundError } from '@golden/errors';
import type { AuditAction, AuditEntry, ListQuery, OptionsQuery, Page, Reference } from '@golden/types';
import { and, eq, getTableColumns, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, AnyPgTable, PgTable } from 'drizzle-orm/pg-core';

import { historyOf, recordChange } from './audit.js';
import { isStillReferenced } from './constraints.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { Tx } from './database.js';
import type { FileContent, FileInfo } from './files.js';
import { filterColumn, searchColumns, type ListFilter } from './filters.js';
import { isAfter, orderBy, orderOf } from './keyset.js';

/** A table with the columns that every entity has; with `deletedAt`, its rows are removed softly. */
export type EntityTable = PgTable & {
  readonly id: AnyPgColumn;
  readonly version: AnyPgColumn;
  readonly updatedAt: AnyPgColumn;
  readonly deletedAt?: AnyPgColumn;
};

/** A many-to-many relation, as far as writing a row needs it. */
export interface Links {
  replace(tx: Tx, field: string, id: string, others: readonly string[]): Promise<void>;
  idsOf(tx: Tx, id: string): Promise<string[]>;
}

export interface EntityOptions<Link extends string, Content extends string> {
  /** What people call one of them, for messages. */
  readonly name: string;
  /** What stands for a row in pickers and links. */
  readonly label: AnyPgColumn | SQL<string>;
  /** What a list may be sorted and filtered by, as the contract names it, and where a search looks. */
  readonly sort: Readonly<Record<string, AnyPgColumn>>;
  readonly filter: Readonly<Record<string, AnyPgColumn | ListFilter>>;
  readonly search: readonly AnyPgColumn[];
  /** Many-to-many relations that are written together with a row, as the input names them. */
  readonly links?: Readonly<Record<Link, Links>>;
  /** The columns that hold contents of files: they are read on their own. */
  readonly contents?: readonly Content[];
  /** Columns that point here and so keep a row from being removed. */
  readonly usedBy?: () => readonly AnyPgColumn[];
  /** Whether it is kept who changed what, when. */
  readonly audited?: boolean;
}

type Row<T extends PgTable, Content extends string> = Omit<T['$inferSelect'], Content>;
type LinkedIds<Link extends string> = Readonly<Partial<Record<Link, readonly string[] | undefined>>>;
type NewRow<T extends PgTable, Link extends string> = T['$inferInsert'] & LinkedIds<Link>;
/** What is undefined is left alone. */
type Changes<T extends PgTable, Link extends string> = {
  readonly [Field in keyof T['$inferInsert']]?: T['$inferInsert'][Field] | undefined;
} & LinkedIds<Link>;
type Id = string;
type Values = Readonly<Record<string, unknown>>;

/** Columns that nobody sets and no history tells. */
const BOOKKEEPING = ['id', 'tenantId', 'version', 'createdAt', 'updatedAt', 'deletedAt'];

/** What all entities do alike with their rows. Row level security keeps to the tenant, so no query names it. */
export class EntityStore<T extends EntityTable, Link extends string = never, Content extends string = never> {
  // Drizzle's builders cannot follow a table that is a type parameter; the rows are typed again on the way out.
  private readonly untyped: AnyPgTable;
  private readonly columns: Record<string, AnyPgColumn>;
  private readonly links: readonly (readonly [string, Links])[];

  constructor(
    readonly table: T,
    private readonly options: EntityOptions<Link, Content>,
  ) {
    this.untyped = table;
    const contents: readonly string[] = options.contents ?? [];
    this.columns = Object.fromEntries(
      Object.entries(getTableColumns(this.untyped)).filter(([field]) => !contents.includes(field)),
    );
    this.links = Object.entries<Links>(options.links ?? {});
  }

  /** A page, in an order that stays put while others insert. */
  async list(tx: Tx, query: ListQuery): Promise<Page<Row<T, Content>>> {
    const { sort, filter, search, cursor, limit, removed = false } = query;
    const order = orderOf(sort, this.options.sort, this.table.id);
    const list = [this.options.name, sort, filter, search, removed];
    const rows = (await tx
      .select(this.columns)
      .from(this.untyped)
      .where(
        and(
          this.present(removed),
          ...this.filters(filter),
          searchColumns(this.options.search, search),
          cursor === null ? undefined : isAfter(order, decodeCursor(list, order.length, cursor)),
        ),
      )
      .orderBy(...orderBy(order))
      .limit(limit + 1)) as Row<T, Content>[];
    const items = rows.slice(0, limit);
    const last = items.at(-1) as Values | undefined;
    const more = rows.length > limit && last !== undefined;
    return {
      items,
      nextCursor: more
        ? encodeCursor(
            list,
            order.map(({ field }) => last[field]),
          )
        : null,
    };
  }

  async get(tx: Tx, id: Id): Promise<Row<T, Content>> {
    const row = await this.find(tx, id);
    if (!row) {
      throw new NotFoundError(this.options.name, id);
    }
    return row;
  }

  /** For a field that points here. A foreign key is content with a row that was removed softly; people are not. */
  async mustHave(tx: Tx, field: string, id: Id | null | undefined): Promise<void> {
    await this.mustHaveAll(tx, field, id ? [id] : []);
  }

  /** The same for a list of different ids. The rows stay until the transaction ends, whoever would remove them. */
  async mustHaveAll(tx: Tx, field: string, ids: readonly Id[]): Promise<void> {
    if (!this.table.deletedAt || ids.length === 0) {
      return;
    }
    const rows = await tx
      .select({ id: this.table.id })
      .from(this.untyped)
      .where(and(inArray(this.table.id, [...ids]), this.present()))
      .orderBy(this.table.id)
      .for('share');
    if (rows.length < ids.length) {
      throw InvalidError.field(field, 'unknown', 'does not exist');
    }
  }

  /** For a field that points to a row of the same table: whoever follows it must not come back to where they began. */
  async mustNotLoop(tx: Tx, field: string, id: Id, target: Id | null | undefined): Promise<void> {
    const column = this.columns[field];
    if (!column || !target) {
      return;
    }
    // One at a time, of each tenant: two changes that are fine alone could close a circle together.
    const relation = `${this.options.name}.${field}`;
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtext(${relation}), hashtext(current_setting('app.tenant_id')))`,
    );
    const { id: key } = this.table;
    const { rows } = await tx.execute(sql`
      with recursive chain (id) as (
        select ${target}::uuid
        union
        select ${column} from ${this.untyped} join chain on ${key} = chain.id where ${column} is not null
      )
      select 1 from chain where id = ${id}`);
    if (rows.length > 0) {
      throw InvalidError.field(field, 'invalid', 'leads back to itself');
    }
  }

  async insert(tx: Tx, values: NewRow<T, Link>): Promise<Row<T, Content>> {
    const row = only(await tx.insert(this.untyped).values(this.columnsOf(values)).returning(this.columns)) as Values;
    const id = row['id'] as Id;
    await this.link(tx, id, values);
    await this.record(tx, 'create', id, null, await this.factsOf(tx, row));
    return row as Row<T, Content>;
  }

  /** Sets the fields, unless somebody did so since the version was read. */
  async update(tx: Tx, id: Id, version: number, values: Changes<T, Link>): Promise<Row<T, Content>> {
    const before = await this.factsOf(tx, this.options.audited ? await this.find(tx, id) : undefined);
    const row = await this.touch(tx, id, version, this.columnsOf(values), this.present());
    await this.link(tx, id, values);
    await this.record(tx, 'update', id, before, await this.factsOf(tx, row));
    return row as Row<T, Content>;
  }

  /**
   * Removes for good, or until it is restored, as the table has it. Rows that point to one that can be restored are left
   * as they are, unless they forbid that it is removed.
   */
  async remove(tx: Tx, id: Id, version: number): Promise<void> {
    if (this.table.deletedAt) {
      await this.touch(tx, id, version, { deletedAt: sql`now()` }, this.present());
      await this.mustBeUnused(tx, id);
      await this.record(tx, 'remove', id, null, null);
      return;
    }
    const before = await this.factsOf(tx, this.options.audited ? await this.find(tx, id) : undefined);
    try {
      const rows = await tx.delete(this.untyped).where(this.at(id, version)).returning({ id: this.table.id });
      if (rows.length === 0) {
        await this.refuse(tx, id, version);
      }
    } catch (error) {
      throw isStillReferenced(error) ? this.inUse(id, { cause: error }) : error;
    }
    await this.record(tx, 'remove', id, before, null);
  }

  async restore(tx: Tx, id: Id, version: number): Promise<Row<T, Content>> {
    const row = await this.touch(tx, id, version, { deletedAt: null }, this.present(true));
    await this.record(tx, 'restore', id, null, null);
    return row as Row<T, Content>;
  }

  /** A file of a row, with its content. */
  async file(tx: Tx, id: Id, field: string): Promise<FileContent> {
    const { [field]: info, [`${field}Content`]: content } = getTableColumns(this.untyped);
    if (!info || !content) {
      throw new Error(`${field} is no file`);
    }
    const [row] = await tx
      .select({ info, content })
      .from(this.untyped)
      .where(and(eq(this.table.id, id), this.present()));
    const file = row as { readonly info: FileInfo | null; readonly content: string } | undefined;
    if (!file?.info) {
      throw new NotFoundError(`${field} of ${this.options.name}`, id);
    }
    const { name, mediaType } = file.info;
    return { name, mediaType, content: file.content };
  }

  /** What happened to a row, the latest first; also to one that was removed, where whoever looks for a cause may look. */
  async history(tx: Tx, id: Id): Promise<AuditEntry[]> {
    return historyOf(tx, this.options.name, id);
  }

  async choices(tx: Tx, { search, limit, ids = [] }: OptionsQuery): Promise<Reference[]> {
    const label = this.label();
    const known = ids.length > 0;
    return tx
      .select({ id: sql<string>`${this.table.id}`, label })
      .from(this.untyped)
      .where(and(known ? inArray(this.table.id, [...ids]) : this.present(), searchColumns([label], search)))
      .orderBy(label, this.table.id)
      .limit(known ? ids.length : limit);
  }

  /** What to show for these ids, in one query. Those that were removed keep their label. */
  async references(tx: Tx, ids: Iterable<Id | null>): Promise<Map<Id, Reference>> {
    const wanted = [...new Set(ids)].filter((id) => id !== null);
    if (wanted.length === 0) {
      return new Map();
    }
    const rows = await tx
      .select({ id: sql<string>`${this.table.id}`, label: this.label() })
      .from(this.untyped)
      .where(inArray(this.table.id, wanted));
    return new Map(rows.map((row) => [row.id, row]));
  }

  private label(): SQL<string> {
    return sql<string>`${this.options.label}`;
  }

  private filters(filter: ListQuery['filter']): SQL[] {
    return Object.entries(filter).flatMap(([field, conditions]) => {
      const column = this.options.filter[field];
      if (!column || !conditions) {
        return [];
      }
      return typeof column === 'function' ? column(conditions) : filterColumn(column, conditions);
    });
  }

  private present(removed = false): SQL | undefined {
    const { deletedAt } = this.table;
    return deletedAt && (removed ? isNotNull(deletedAt) : isNull(deletedAt));
  }

  private at(id: Id, version: number): SQL | undefined {
    return and(eq(this.table.id, id), eq(this.table.version, version));
  }

  private async find(tx: Tx, id: Id): Promise<Row<T, Content> | undefined> {
    const [row] = await tx
      .select(this.columns)
      .from(this.untyped)
      .where(and(eq(this.table.id, id), this.present()))
      .limit(1);
    return row as Row<T, Content> | undefined;
  }

  private async touch(tx: Tx, id: Id, version: number, values: Values, condition: SQL | undefined): Promise<Values> {
    const [row] = await tx
      .update(this.untyped)
      .set({ ...values, version: sql`${this.table.version} + 1`, updatedAt: sql`now()` })
      .where(and(this.at(id, version), condition))
      .returning(this.columns);
    return row ?? (await this.refuse(tx, id, version, condition));
  }

  /** Says why no row was found: it is not there, or not as it was seen. */
  private async refuse(tx: Tx, id: Id, version: number, condition?: SQL): Promise<never> {
    const [current] = await tx
      .select({ version: sql<number>`${this.table.version}` })
      .from(this.untyped)
      .where(and(eq(this.table.id, id), condition));
    throw current
      ? new ConflictError(this.options.name, id, version, current.version)
      : new NotFoundError(this.options.name, id);
  }

  private async mustBeUnused(tx: Tx, id: Id): Promise<void> {
    for (const column of this.options.usedBy?.() ?? []) {
      const { deletedAt } = getTableColumns(column.table);
      const rows = await tx
        .select({ column })
        .from(column.table)
        .where(and(eq(column, id), deletedAt && isNull(deletedAt)))
        .limit(1);
      if (rows.length > 0) {
        throw this.inUse(id);
      }
    }
  }

  private inUse(id: Id, options?: ErrorOptions): InUseError {
    return new InUseError(`${this.options.name} ${id} is still in use`, options);
  }

  private columnsOf(values: object): Record<string, unknown> {
    const links = this.links.map(([name]) => name);
    return Object.fromEntries(Object.entries(values).filter(([field]) => !links.includes(field)));
  }

  private async link(tx: Tx, id: Id, values: object): Promise<void> {
    const wanted: Readonly<Record<string, readonly string[] | undefined>> = { ...values };
    for (const [name, links] of this.links) {
      const others = wanted[name];
      if (others) {
        await links.replace(tx, name, id, others);
      }
    }
  }

  /** What people set, for the history; nothing where none is kept. */
  private async factsOf(tx: Tx, row: object | undefined): Promise<Values | null> {
    if (!this.options.audited || !row) {
      return null;
    }
    const values: Values = { ...row };
    const fields = Object.entries(this.columns).flatMap(([field, column]) =>
      BOOKKEEPING.includes(field) ? [] : [[field, told(column, values[field])] as const],
    );
    const links = [];
    for (const [name, link] of this.links) {
      links.push([name, await link.idsOf(tx, values['id'] as Id)] as const);
    }
    return Object.fromEntries([...fields, ...links]);
  }

  private async record(
    tx: Tx,
    action: AuditAction,
    id: Id,
    before: Values | null,
    after: Values | null,
  ): Promise<void> {
    if (this.options.audited) {
      await recordChange(tx, { entity: this.options.name, id, action, before, after });
    }
  }
}

/** A value as the history tells it: of bytes only how many and which they were. */
function told(column: AnyPgColumn, value: unknown): unknown {
  if (column.getSQLType() !== 'bytea' || typeof value !== 'string') {
    return value;
  }
  const bytes = Buffer.from(value, 'base64');
  return `${String(bytes.length)} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The one row of a query that cannot have another number of them. */
export function only<T>(rows: readonly T[]): T {
  const [row, ...others] = rows;
  if (row === undefined || others.length > 0) {
    throw new Error(`expected one row, not ${String(rows.length)}`);
  }
  return row;
}

/** A row that a foreign key points to is there, so its label is too. */
export function labelled(id: Id, references: ReadonlyMap<Id, Reference>): Reference {
  return references.get(id) ?? { id, label: id };
}
