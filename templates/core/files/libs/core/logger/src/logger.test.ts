import { expect, it } from 'vitest';

import { createLogger } from './index.js';

it('has a name and a level', () => {
  const logger = createLogger('example', 'warn');
  expect(logger.level).toBe('warn');
  expect(logger.bindings()).toMatchObject({ name: 'example' });
});
