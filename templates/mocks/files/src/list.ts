import { InvalidError } from '@golden/errors';
import type { FieldFilter, ListQuery, Page } from '@golden/types';
import { z } from 'zod';

import { secondsOf, type Kind, type Row, type Values } from './entity.js';

type Kinds = Readonly<Record<string, Kind>>;
/** A value that can be compared; what cannot, such as a file, is only there or not. */
type Scalar = string | number | boolean;
type Order = (a: Values, b: Values) => number;

/** A page of rows, in an order that is the same each time. */
export function pageOf(rows: readonly Row[], query: ListQuery, search: readonly string[], kinds: Kinds): Page<Row> {
  const { sort, filter, cursor, limit } = query;
  const list = JSON.stringify([sort, filter, query.search, query.removed]);
  const order = orderOf(sort, kinds);
  const found = rows.filter((row) => isFound(row, query, search, kinds)).toSorted(order);
  const position = cursor === null ? undefined : positionIn(list, cursor);
  const rest = position ? found.filter((row) => order(row, position) > 0) : found;
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const more = rest.length > limit && last !== undefined;
  return { items, nextCursor: more ? cursorAt(list, sort, last) : null };
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

function holds(value: unknown, { equals, in: oneOf, from, to, contains: part, isNull }: FieldFilter, kind?: Kind) {
  const is = (wanted: string) => valuesIn(value).some((each) => compare(each, wanted, kind) === 0);
  const isBefore = (bound: string) => value !== null && compare(value as Scalar, bound, kind) < 0;
  return (
    (equals === undefined || is(equals)) &&
    (oneOf === undefined || oneOf.some(is)) &&
    (from === undefined || (value !== null && !isBefore(from))) &&
    (to === undefined || isBefore(to)) &&
    (part === undefined || contains(value, part)) &&
    (isNull === undefined || isNull === (valuesIn(value).length === 0))
  );
}

const valuesIn = (value: unknown) => [value].flat().filter((each): each is Scalar => each !== null);

/** What is not there comes last in either direction; the id, which makes the order total, goes the way of what is before it. */
function orderOf(sort: ListQuery['sort'], kinds: Kinds): Order {
  const keys = sort.map((key) => ({ field: key.replace(/^-/, ''), sign: key.startsWith('-') ? -1 : 1 }));
  const all = [...keys, { field: 'id', sign: keys.at(-1)?.sign ?? 1 }];
  return (a, b) => {
    for (const { field, sign } of all) {
      const [left, right] = [a[field] as Scalar | null, b[field] as Scalar | null];
      const order =
        left === null || right === null
          ? Number(left === null) - Number(right === null)
          : sign * compare(left, right, kinds[field]);
      if (order !== 0) {
        return order;
      }
    }
    return 0;
  };
}

function compare(a: Scalar, b: Scalar, kind?: Kind): number {
  const [left, right] = [a, b].map((each) => comparable(each, kind)) as [Scalar, Scalar];
  return left < right ? -1 : Number(left > right);
}

function comparable(value: Scalar, kind?: Kind): Scalar {
  if (kind?.is === 'duration') {
    return secondsOf(String(value));
  }
  return kind?.is === 'number' || typeof value === 'number' ? Number(value) : String(value);
}

const content = z.tuple([z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))]);

/** A cursor belongs to the list that it came from and says what its last row was sorted by, as those of the services do. */
function cursorAt(list: string, sort: ListQuery['sort'], last: Row): string {
  const fields = [...sort.map((key) => key.replace(/^-/, '')), 'id'];
  const position = Object.fromEntries(fields.map((field) => [field, last[field]]));
  return Buffer.from(JSON.stringify([list, position])).toString('base64url');
}

function positionIn(list: string, cursor: string): Values {
  const parsed = content.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success || parsed.data[0] !== list) {
    throw InvalidError.field('cursor', 'invalid', 'is not a cursor of this list');
  }
  return parsed.data[1];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
