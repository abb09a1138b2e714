import { AsyncLocalStorage } from 'node:async_hooks';

import type { Caller } from './caller.js';

export interface RequestContext {
  readonly caller: Caller;
  readonly requestId: string | undefined;
  /** The caller's own access token, for calls to other services on their behalf. */
  readonly token?: string | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

export function runInRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** Who calls. Throws outside of a request: work that nobody asked for has to name its tenant itself. */
export function currentCaller(): Caller {
  return currentRequest().caller;
}

export function currentRequest(): RequestContext {
  const context = storage.getStore();
  if (!context) {
    throw new Error('there is no caller outside of a request');
  }
  return context;
}

/** For the logger: each line of a request says whose it is. */
export function requestLogFields(): object {
  const context = storage.getStore();
  return context
    ? { requestId: context.requestId, tenantId: context.caller.tenantId, userId: context.caller.userId }
    : {};
}
