import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { ErrorDetailSchema } from '@golden/contracts/es/common/v1/errors';
import { describe, expect, it } from 'vitest';

import { bridge } from './grpc.js';

const secret = 'connect ECONNREFUSED 10.0.0.3:50051';

function refusal(code: Code, reason: string): ConnectError {
  return new ConnectError('it was changed', code, undefined, [
    { desc: ErrorDetailSchema, value: create(ErrorDetailSchema, { reason }) },
  ]);
}

describe('a call that fails', () => {
  it('passes on what a service refuses', async () => {
    await expect(bridge(Promise.reject(refusal(Code.Aborted, 'CONFLICT')))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'it was changed',
    });
  });

  it.each([
    [Code.Aborted, 'SERVICE_UNAVAILABLE', 'the service cannot be reached'],
    [Code.Unavailable, 'SERVICE_UNAVAILABLE', 'the service cannot be reached'],
    [Code.Internal, 'INTERNAL_SERVER_ERROR', 'the service failed'],
    [Code.Unknown, 'INTERNAL_SERVER_ERROR', 'the service failed'],
  ])('with the code %d and no reason keeps what the network says for the log', async (failed, code, message) => {
    await expect(bridge(Promise.reject(new ConnectError(secret, failed)))).rejects.toMatchObject({
      code,
      message,
      cause: { message: secret },
    });
  });
});
