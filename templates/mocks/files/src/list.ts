import { InvalidError } from '@golden/errors';
import type { FieldFilter, ListQuery, Page } from '@golden/types';

import type { Kind, Row } from './entity.js';

type Kinds = Readonly<Record<string, Kind>>;
/** A value that can be compared; what cannot, such as a file, is only there or not. */
type Scalar = string | number | boolean;

/** A page of rows, in an order that is the same each time. */
export function pageOf(rows: readonly Row[], query: ListQuery, search: readonly string[], kinds: Kinds): Page<Row> {
  const { sort, filter, cursor, limit } = query;
  const list = JSON.stringify([sort, filter, query.search, query.removed]);
  const found = rows
    .filter((row) => isFound(row, query, search, kinds))
    .toSorted((a, b) => compareBy(sort, kinds, a, b) || compare(a.id, b.id));
  const start = cursor === null ? 0 : found.findIndex(({ id }) => id === idOf(list, cursor)) + 1;
  const items = found.slice(start, start + limit);
  const last = items.at(-1);
  const more = start + limit < found.length && last !== undefined;
  return { items, nextCursor: more ? cursorAt(list, last.id) : null };
}

/** Whether a text contains another one, whatever the case; an empty text is in all of them. */
export function contains(text: unknown, part: string): boolean {
  return typeof text === 'string' && text.toLowerCase().includes(part.toLowerCase());
}

function isFound(row: Row, { filter, search }: ListQuery, searched: readonly string[], kinds: Kinds): boolean {
  const conditions = Object.entries(filter);
  return (
    conditions.every(([field, condition]) => !condition || holds(row[field], condition, kinds[field])) &&
    (search === '' || searched.some((field) => contains(row[field], search)))
  );
}

function holds(value: unknown, { equals, in: any, from, to, contains: part, isNull }: FieldFilter, kind?: Kind) {
  const is = (wanted: string) => valuesIn(value).some((each) => compare(each, wanted, kind) === 0);
  const isBefore = (bound: string) => value !== null && compare(value as Scalar, bound, kind) < 0;
  return (
    (equals === undefined || is(equals)) &&
    (any === undefined || any.some(is)) &&
    (from === undefined || (value !== null && !isBefore(from))) &&
    (to === undefined || isBefore(to)) &&
    (part === undefined || contains(value, part)) &&
    (isNull === undefined || isNull === (value === null))
  );
}

const valuesIn = (value: unknown) => [value].flat().filter((each): each is Scalar => each !== null);

function compareBy(sort: ListQuery['sort'], kinds: Kinds, a: Row, b: Row): number {
  for (const key of sort) {
    const field = key.replace(/^-/, '');
    const order = compare(a[field] as Scalar | null, b[field] as Scalar | null, kinds[field]);
    if (order !== 0) {
      return key.startsWith('-') ? -order : order;
    }
  }
  return 0;
}

/** As PostgreSQL compares: what is not there comes last. */
function compare(a: Scalar | null, b: Scalar | null, kind?: Kind): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }
  const isNumber = kind?.is === 'number' || typeof a === 'number';
  const [left, right] = isNumber ? [Number(a), Number(b)] : [String(a), String(b)];
  return left < right ? -1 : Number(left > right);
}

/** A cursor belongs to the list that it came from, as those of the service do. */
const cursorAt = (list: string, id: string) => Buffer.from(JSON.stringify([list, id])).toString('base64url');

function idOf(list: string, cursor: string): string {
  const [id] = /[0-9a-f-]{36}(?="\]$)/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (id === undefined || cursorAt(list, id) !== cursor) {
    throw InvalidError.field('cursor', 'invalid', 'is not a cursor of this list');
  }
  return id;
}
