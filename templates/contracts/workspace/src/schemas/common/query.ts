import { z } from 'zod';

import { anyText, ids, text, uuid } from './fields.js';

/** For values that are told apart and not compared: enums, relations, ids. */
export const choiceFilter = <T extends z.ZodType<string>>(type: T) =>
  z.strictObject({ equals: type, in: z.array(type).min(1).max(100), isNull: z.boolean() }).partial();

/** For values with an order: numbers, dates, moments. `from` is inclusive, `to` is not. */
export const rangeFilter = <T extends z.ZodType<string>>(type: T) =>
  z.strictObject({ equals: type, from: type, to: type, isNull: z.boolean() }).partial();

export const textFilter = () =>
  z
    .strictObject({ equals: text(), in: z.array(text()).min(1).max(100), contains: text(), isNull: z.boolean() })
    .partial();

export const booleanFilter = () => z.strictObject({ equals: z.enum(['true', 'false']), isNull: z.boolean() }).partial();

/** For what can only be there or not: files, bytes, JSON. */
export const presenceFilter = () => z.strictObject({ isNull: z.boolean() }).partial();

/** A number as a filter writes it: as text, whatever its field holds. */
export const numeral = ({ whole = false }: { readonly whole?: boolean } = {}) =>
  z
    .string()
    .trim()
    .regex(whole ? /^-?\d{1,19}$/ : /^-?\d{1,30}(\.\d{1,30})?$/, { error: whole ? 'a whole number' : 'a number' });

const MAX_LIMIT = 200;
const search = anyText().trim().max(200).default('');

export interface ListOptions<Filter extends z.ZodRawShape, Field extends string> {
  readonly filter: Filter;
  /** The fields that may be sorted by, in any combination. */
  readonly sortable: readonly [Field, ...Field[]];
  readonly sort: readonly NoInfer<Field | `-${Field}`>[];
  readonly pageSize?: number;
}

/** What a list may be asked for. Everything has a default: `{}` is the first page. */
export function listQuery<Filter extends z.ZodRawShape, Field extends string>({
  filter,
  sortable,
  sort,
  pageSize = 25,
}: ListOptions<Filter, Field>) {
  type SortKey = Field | `-${Field}`;
  // The compiler does not follow enum() through a type parameter.
  const key = z.enum(sortable.flatMap((field): SortKey[] => [field, `-${field}`])) as unknown as z.ZodType<
    SortKey,
    SortKey
  >;
  return z.strictObject({
    filter: z
      .strictObject(filter)
      .partial()
      .prefault({} as never),
    sort: z
      .array(key)
      .max(5)
      .default([...sort]),
    search,
    cursor: z.string().max(2_000).nullable().default(null),
    limit: z.int().min(1).max(MAX_LIMIT).default(pageSize),
  });
}

/** Also lists what was removed and can be restored. */
export const withRemoved = { removed: z.boolean().default(false) };

/** What a picker asks for. With ids it is these and no others, and then also such as were removed. */
export const optionsQuery = z.strictObject({
  search,
  limit: z.int().min(1).max(MAX_LIMIT).default(20),
  ids: ids().default([]),
});

export const byId = z.strictObject({ id: uuid() });

/** The version that was read: whoever changed the row since then is not overwritten. */
export const byVersion = z.strictObject({ id: uuid(), version: z.int().min(1) });
