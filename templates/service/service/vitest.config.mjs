import { mergeConfig } from 'vitest/config';

import base from '../../../vitest.base.mjs';

/** One PostgreSQL for all test files; each works on a copy of its own of the migrated database. */
export default mergeConfig(base, {
  test: { globalSetup: ['src/testing/global-setup.ts'], pool: 'threads', isolate: false },
});
