import { expect, it } from 'vitest';
import { z } from 'zod';

import { text, uuid } from './fields.js';
import {
  booleanFilter,
  choiceFilter,
  listQuery,
  numeral,
  optionsQuery,
  presenceFilter,
  rangeFilter,
  textFilter,
  withRemoved,
} from './query.js';

const query = listQuery({
  filter: { name: textFilter(), age: rangeFilter(numeral({ whole: true })) },
  sortable: ['name', 'createdAt'],
  sort: ['name', '-createdAt'],
}).extend(withRemoved);

it('nothing asked for is the first page', () => {
  expect(query.parse({})).toEqual({
    filter: {},
    sort: ['name', '-createdAt'],
    search: '',
    cursor: null,
    limit: 25,
    removed: false,
  });
  expect(optionsQuery.parse({})).toEqual({ search: '', limit: 20, ids: [] });
});

it.each([
  { sort: ['tenantId'] },
  { filter: { unknown: { equals: 'x' } } },
  { filter: { age: { contains: '1' } } },
  { filter: { age: { equals: '1.5' } } },
  { search: 'a\0' },
  { filter: { name: { contains: '\0' } } },
  { limit: 0 },
  { limit: 1_000 },
])('a list cannot be asked for %j', (wrong) => {
  expect(query.safeParse(wrong).success).toBe(false);
});

it.each<[string, z.ZodType, unknown]>([
  ['choices', choiceFilter(uuid()), { in: ['7f3c1f5e-2f53-4a65-9d0b-5b8a1f6a9f01'], isNull: false }],
  ['ranges', rangeFilter(numeral()), { from: '-1.50', to: '2' }],
  ['text', textFilter(), { contains: 'x' }],
  ['yes and no', booleanFilter(), { equals: 'true' }],
  ['presence', presenceFilter(), { isNull: true }],
  ['any text', choiceFilter(text()), { equals: 'x' }],
])('a filter of %s says what has to hold', (_, filter, conditions) => {
  expect(filter.parse(conditions)).toEqual(conditions);
  expect(filter.safeParse({ like: 'x' }).success).toBe(false);
});
