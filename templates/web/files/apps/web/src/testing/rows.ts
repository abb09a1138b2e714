export const id = '00000000-0000-4000-8000-000000000001';
export const otherId = '00000000-0000-4000-8000-000000000002';

/** What every row has. */
export const row = {
  id,
  version: 3,
  createdAt: '2026-01-01T10:00:00.000Z',
  updatedAt: '2026-01-02T10:00:00.000Z',
};

export const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null as string | null });
