import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { startStack } from './stack.js';
import { story } from './story.js';

const ACCESS_TOKEN_SECONDS = 300;

const out = fileURLToPath(new URL('../out', import.meta.url));
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

// Ends with an exit, so that what was started is stopped.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => process.exit(1));
}

const stack = await startStack(out, ACCESS_TOKEN_SECONDS);
try {
  await story(stack);
  console.log(`passed; logs are in ${out}`);
} finally {
  await stack.stop();
}
