import { InvalidError } from '@golden/errors';
import type { ListQuery } from '@golden/types';
import { describe, expect, it } from 'vitest';

import { choice, duration, number, type Row } from './entity.js';
import { pageOf } from './list.js';

const kinds = { weight: number(1), walk: duration, state: choice(['well', 'ill']) };

const pet = (id: number, values: Readonly<Record<string, unknown>>): Row => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  version: 1,
  createdAt: '2026-05-02T10:00:00.000Z',
  updatedAt: '2026-05-02T10:00:00.000Z',
  deletedAt: null,
  name: null,
  weight: '1.5',
  walk: 'PT30M',
  state: 'well',
  ownerIds: [],
  ...values,
});

const pets = [
  pet(1, { name: 'Rex', weight: '12.0', walk: 'PT9H', ownerIds: ['ada', 'bob'] }),
  pet(2, { name: 'Tom', weight: '4.5', walk: 'P1D', state: 'ill' }),
  pet(3, { weight: '110.0' }),
  pet(4, { name: 'Ann', weight: '4.5', ownerIds: ['bob'] }),
];

function list(query: Partial<ListQuery>) {
  const whole = { filter: {}, sort: ['name'], search: '', cursor: null, limit: 10, ...query };
  const { items, nextCursor } = pageOf(pets, whole, ['name'], kinds);
  return { ids: items.map(({ id }) => Number(id.at(-1))), nextCursor };
}

describe('a list', () => {
  it.each([
    ['text, what is not there last', ['name'], [4, 1, 2, 3]],
    ['the same, the other way round', ['-name'], [2, 1, 4, 3]],
    ['numbers, however many digits they have', ['weight', '-name'], [2, 4, 1, 3]],
    ['durations, and the id goes their way', ['-walk'], [2, 1, 4, 3]],
  ])('is sorted by %s', (_, sort, ids) => {
    expect(list({ sort }).ids).toEqual(ids);
  });

  it.each([
    [{ name: { equals: 'Rex' } }, [1]],
    [{ name: { in: ['Rex', 'Tom'] } }, [1, 2]],
    [{ name: { contains: 'O' } }, [2]],
    [{ name: { isNull: true } }, [3]],
    [{ name: { isNull: false }, state: { equals: 'well' } }, [4, 1]],
    [{ weight: { from: '4.50', to: '12' } }, [4, 2]],
    [{ weight: { equals: '110' } }, [3]],
    [{ ownerIds: { equals: 'bob' } }, [4, 1]],
    [{ ownerIds: { in: ['ada', 'eve'] } }, [1]],
    [{ ownerIds: { isNull: true } }, [2, 3]],
  ])('is filtered by %j', (filter, ids) => {
    expect(list({ filter }).ids).toEqual(ids);
  });

  it('is searched whatever the case', () => {
    expect(list({ search: 'rE' }).ids).toEqual([1]);
  });

  it('goes on where a page ended', () => {
    const first = list({ limit: 3 });
    expect(first.ids).toEqual([4, 1, 2]);
    const second = list({ limit: 3, cursor: first.nextCursor });
    expect(second).toEqual({ ids: [3], nextCursor: null });
  });

  it('goes on where a page ended, though its last row is gone', () => {
    const { nextCursor } = list({ limit: 2 });
    const others = pets.filter(({ name }) => name !== 'Rex');
    const query = { filter: {}, sort: ['name'], search: '', cursor: nextCursor, limit: 10 };
    expect(pageOf(others, query, ['name'], kinds).items.map(({ name }) => name)).toEqual(['Tom', null]);
  });

  it('refuses the cursor of another list', () => {
    const { nextCursor } = list({ limit: 1 });
    expect(() => list({ cursor: nextCursor, sort: ['weight'] })).toThrow(InvalidError);
    expect(() => list({ cursor: 'nonsense' })).toThrow(InvalidError);
  });
});
