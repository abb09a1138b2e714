import { startTestServer, type TestTemplate } from '@golden/database/testing';
import type { TestProject } from 'vitest/node';

import { migrations } from '../migrations.js';
import * as schema from '../schema.js';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly template: TestTemplate;
  }
}

/** Runs once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { appUrl, ownerUrl, stop } = await startTestServer(schema, migrations);
  project.provide('template', { appUrl, ownerUrl });
  return stop;
}
