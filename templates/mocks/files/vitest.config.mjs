import { mergeConfig } from 'vitest/config';

import base from '../../../vitest.base.mjs';

/** What speaks the services' messages is tested where they are: their tests are told of the mocks too. */
export default mergeConfig(base, {
  test: { coverage: { exclude: ['src/index.ts', 'src/messages.ts', 'src/service.ts', 'src/services/**'] } },
});
