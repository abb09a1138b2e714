import { randomUUID } from 'node:crypto';

import { ConflictError, InUseError, InvalidError, NotFoundError, TakenError } from '@golden/errors';
import type { AuditAction, AuditEntry, OptionsQuery, Reference } from '@golden/types';

import type { Pointer, Row, Rules, Values } from './entity.js';
import { contains } from './list.js';

/** Another table's field that points here. */
interface Reverse {
  readonly table: MockTable;
  readonly field: string;
  readonly pointer: Pointer;
}

export interface TableOptions {
  /** Whose changes the history tells. */
  readonly userId: string;
  /** Whether a row is there that another service keeps, in place of that service's mock. */
  readonly elsewhere?: ((id: string) => boolean) | undefined;
}

/** A row that points here. */
interface Holder extends Reverse {
  readonly row: Row;
}

interface Surroundings extends TableOptions {
  /** Another entity's rows, by the name of its mock. */
  readonly tableOf: (name: string) => MockTable;
}

/** Tables that know of each other. */
export function tablesOf<Name extends string>(
  rules: Readonly<Record<Name, Rules>>,
  options: TableOptions,
): Readonly<Record<Name, MockTable>> {
  const all = Object.entries<Rules>(rules);
  const tables = new Map<string, MockTable>();
  const tableOf = (name: string): MockTable => {
    const table = tables.get(name);
    if (!table) {
      throw new Error(`there is no mock of ${name}`);
    }
    return table;
  };
  for (const [name, each] of all) {
    tables.set(name, new MockTable(each, { ...options, tableOf }));
  }
  for (const [name, { pointers }] of all) {
    // What another service points to is removed without regard to it.
    for (const [field, pointer] of Object.entries(pointers).filter(([, { remote }]) => !remote)) {
      tableOf(pointer.to).pointedToBy({ table: tableOf(name), field, pointer });
    }
  }
  return Object.fromEntries(tables) as Record<Name, MockTable>;
}

/** What no history tells. */
const BOOKKEEPING = ['id', 'version', 'createdAt', 'updatedAt', 'deletedAt'];

/** As many entries of a history as services tell. */
const MOST_ENTRIES = 200;

/** The rows of one entity, and the rules that its service and database keep for them. */
export class MockTable {
  private readonly rows = new Map<string, Row>();
  private readonly entries = new Map<string, AuditEntry[]>();
  private readonly reverses: Reverse[] = [];

  constructor(
    private readonly entity: Rules,
    private readonly around: Surroundings,
  ) {}

  /** Makes known that another table points here. */
  pointedToBy(reverse: Reverse): void {
    this.reverses.push(reverse);
  }

  all(removed = false): Row[] {
    return [...this.rows.values()].filter(({ deletedAt }) => (deletedAt !== null) === removed);
  }

  get(id: string, removed = false): Row {
    const row = this.rows.get(id);
    if (!row || (row.deletedAt !== null) !== removed) {
      throw new NotFoundError(this.entity.name, id);
    }
    return row;
  }

  insert(values: Values): Row {
    this.mustPointSomewhere(values);
    const now = moment();
    const row = { ...sorted(values), id: randomUUID(), version: 1, createdAt: now, updatedAt: now, deletedAt: null };
    return this.put('create', row);
  }

  update(id: string, version: number, values: Values): Row {
    const row = this.at(id, version);
    const changes = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    this.mustPointSomewhere(changes, row);
    this.mustNotLoop(id, changes);
    return this.put('update', { ...row, ...sorted(changes) });
  }

  remove(id: string, version: number): void {
    const row = this.at(id, version);
    if (this.entity.restorable) {
      this.mustBeUnused(id);
      this.put('remove', { ...row, deletedAt: moment() });
      return;
    }
    const going = this.takenAlong(id);
    const isNeeded = ([each, table]: [string, MockTable]) =>
      table.holdersOf(each).some((holder) => isKept(holder.pointer) && !going.has(holder.row.id));
    if ([...going].some(isNeeded)) {
      throw this.inUse(id);
    }
    going.forEach((table, each) => table.rows.delete(each));
    going.forEach((table, each) => {
      table.forget(each);
    });
    this.record('remove', id, row, {});
  }

  restore(id: string, version: number): Row {
    const row = this.at(id, version, true);
    // What it must not be without was kept for it, unless that can be restored too.
    const kept = Object.entries(this.entity.pointers).filter(([, to]) => to.onDelete === 'restrict' && !to.remote);
    const single = kept.filter(([field]) => !Array.isArray(row[field]));
    this.mustPointSomewhere(Object.fromEntries(single.map(([field]) => [field, row[field]])));
    return this.put('restore', { ...row, deletedAt: null });
  }

  choices({ search, limit, ids = [] }: OptionsQuery): Reference[] {
    const rows = ids.length > 0 ? ids.flatMap((id) => this.rows.get(id) ?? []) : this.all();
    return rows
      .map((row) => this.reference(row))
      .filter(({ label }) => search === '' || contains(label, search))
      .toSorted((a, b) => Number(a.label > b.label) - Number(a.label < b.label))
      .slice(0, Math.max(limit, ids.length));
  }

  history(id: string): readonly AuditEntry[] {
    return this.entries.get(id)?.slice(0, MOST_ENTRIES) ?? [];
  }

  /** A row with the labels of what it points to. */
  labelled(row: Row): Values {
    const pointers = Object.entries(this.entity.pointers);
    return { ...row, ...Object.fromEntries(pointers.map(([field, to]) => [to.as, this.referencesOf(to, row[field])])) };
  }

  private referencesOf(pointer: Pointer, value: unknown): Reference | readonly Reference[] | undefined {
    const found = idsIn(value).flatMap((id) => this.find(pointer, id) ?? []);
    const references = found
      .map(({ id, label }) => ({ id, label }))
      .toSorted((a, b) => a.label.localeCompare(b.label) || a.id.localeCompare(b.id));
    return Array.isArray(value) ? references : references[0];
  }

  private reference(row: Row): Reference {
    const { label } = this.entity;
    const text = label === undefined ? null : (row[label] as string | number | boolean | null);
    const isMoment = typeof text === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(text);
    const told = isMoment ? text.slice(0, 16).replace('T', ' ') : text;
    return { id: row.id, label: told === null ? row.id.slice(0, 8) : String(told) };
  }

  /** What a pointer leads to, also where it was removed and may come back. */
  private find(pointer: Pointer, id: string): (Reference & { readonly isPresent: boolean }) | undefined {
    const { elsewhere, tableOf } = this.around;
    if (pointer.remote && elsewhere) {
      return elsewhere(id) ? { id, label: id, isPresent: true } : undefined;
    }
    const table = tableOf(pointer.to);
    const row = table.rows.get(id);
    return row && { ...table.reference(row), isPresent: row.deletedAt === null };
  }

  /** A link may stay when its other side was removed since: only those that are new are looked at. */
  private mustPointSomewhere(values: Values, before?: Row): void {
    for (const [field, pointer] of Object.entries(this.entity.pointers)) {
      const linked = Array.isArray(values[field]) ? idsIn(before?.[field]) : [];
      const added = idsIn(values[field]).filter((id) => !linked.includes(id));
      if (!added.every((id) => this.find(pointer, id)?.isPresent)) {
        throw InvalidError.field(field, 'unknown', 'does not exist');
      }
    }
  }

  private mustNotLoop(id: string, values: Values): void {
    const trees = Object.entries(this.entity.pointers).filter(([, { tree }]) => tree);
    for (const [field] of trees) {
      const seen = new Set<string>();
      for (let [next] = idsIn(values[field]); next !== undefined && !seen.has(next); [next] = this.next(field, next)) {
        if (next === id) {
          throw InvalidError.field(field, 'invalid', 'leads back to itself');
        }
        seen.add(next);
      }
    }
  }

  private next(field: string, id: string): readonly string[] {
    return idsIn(this.rows.get(id)?.[field]);
  }

  private mustBeUnique(row: Row): void {
    for (const field of this.entity.unique.filter((each) => row[each] !== null)) {
      if (this.all().some((other) => other.id !== row.id && other[field] === row[field])) {
        throw new TakenError([field]);
      }
    }
  }

  /** For a row that can come back: one that was removed softly itself needs it no more, unless it is linked with it. */
  private mustBeUnused(id: string): void {
    const needs = ({ row, field }: Holder) => Array.isArray(row[field]) || row.deletedAt === null;
    if (this.holdersOf(id).some((holder) => isKept(holder.pointer) && needs(holder))) {
      throw this.inUse(id);
    }
  }

  private inUse(id: string): InUseError {
    return new InUseError(`${this.entity.name} ${id} is still in use`);
  }

  /** What goes for good with a row: itself, and whatever cannot be without it. Each id with its table. */
  private takenAlong(id: string, going = new Map<string, MockTable>()): ReadonlyMap<string, MockTable> {
    if (!going.has(id)) {
      going.set(id, this);
      for (const { table, field, pointer, row } of this.holdersOf(id)) {
        if (pointer.onDelete === 'cascade' && !Array.isArray(row[field])) {
          table.takenAlong(row.id, going);
        }
      }
    }
    return going;
  }

  /** Empties the fields that still point to a row which has gone. */
  private forget(id: string): void {
    for (const { table, field } of this.reverses) {
      for (const row of [...table.rows.values()].filter((each) => idsIn(each[field]).includes(id))) {
        const value = row[field];
        table.rows.set(row.id, { ...row, [field]: Array.isArray(value) ? value.filter((each) => each !== id) : null });
      }
    }
  }

  private holdersOf(id: string): readonly Holder[] {
    return this.reverses.flatMap((reverse) =>
      [...reverse.table.rows.values()]
        .filter((row) => idsIn(row[reverse.field]).includes(id))
        .map((row) => ({ ...reverse, row })),
    );
  }

  /** The row, unless somebody changed it since that version was read. */
  private at(id: string, version: number, removed = false): Row {
    const row = this.get(id, removed);
    if (row.version !== version) {
      throw new ConflictError(this.entity.name, id, version, row.version);
    }
    return row;
  }

  private put(action: AuditAction, row: Row): Row {
    if (row.deletedAt === null) {
      this.mustBeUnique(row);
    }
    const before = this.rows.get(row.id);
    const after = before ? { ...row, version: row.version + 1, updatedAt: moment() } : row;
    this.rows.set(row.id, after);
    this.record(action, row.id, before ?? {}, after);
    return after;
  }

  private record(action: AuditAction, id: string, before: Values, after: Values): void {
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const changes = fields.flatMap((field) => {
      const change = { field, from: before[field] ?? null, to: after[field] ?? null };
      const isTold = !BOOKKEEPING.includes(field) && JSON.stringify(change.from) !== JSON.stringify(change.to);
      return isTold ? [change] : [];
    });
    const entry = { id: randomUUID(), action, userId: this.around.userId, at: new Date(), changes };
    this.entries.set(id, [entry, ...this.history(id)]);
  }
}

let last = 0;

/** Now; each moment is later than the one before, as transactions are. */
function moment(): string {
  last = Math.max(Date.now(), last + 1);
  return new Date(last).toISOString();
}

/** Whether what it leads to is kept for whoever points there. */
const isKept = ({ onDelete }: Pointer) => onDelete === 'restrict';

/** Lists of ids have no order of their own. */
function sorted(values: Values): Values {
  const kept = ([field, value]: [string, unknown]) => [field, Array.isArray(value) ? value.toSorted() : value] as const;
  return Object.fromEntries(Object.entries(values).map(kept));
}

/** The ids of a field that points to one row or to several. */
function idsIn(value: unknown): readonly string[] {
  return [value].flat().filter((id): id is string => typeof id === 'string');
}
