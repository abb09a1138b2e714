import { expect, it } from 'vitest';
import { z } from 'zod';

import { seedId } from './seed-id.js';

it('is the same id for the same row, and another for any other', () => {
  const id = seedId('acme', 'pet', 'Rex');
  expect(z.uuid().parse(id)).toBe(seedId('acme', 'pet', 'Rex'));
  expect(
    new Set([id, seedId('globex', 'pet', 'Rex'), seedId('acme', 'owner', 'Rex'), seedId('acme', 'pet', 'Max')]).size,
  ).toBe(4);
});
