import { fromJson, toJson, type DescMethodUnary, type DescService, type JsonObject } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';

import type { Sample } from './sample.js';

export interface ServiceSample extends Sample {
  readonly service: DescService;
  /** Which of the services it belongs to. */
  readonly owner: string;
  /** `Pet` and `Pets`, as methods are named. */
  readonly names: { readonly one: string; readonly many: string };
}

/** Calls methods of one service, in the JSON of its messages: an answer, or the name of the code of its refusal. */
export class Caller {
  readonly #transport;
  readonly #token: string | undefined;

  constructor(url: string, token?: string) {
    this.#transport = createGrpcTransport({ baseUrl: url });
    this.#token = token;
  }

  async call(service: DescService, name: string, input: JsonObject = {}): Promise<JsonObject | string> {
    const method = service.methods.find(
      (each): each is DescMethodUnary => each.methodKind === 'unary' && each.name === name,
    );
    if (!method) {
      throw new Error(`${service.typeName} has no method ${name}`);
    }
    const headers = this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` };
    try {
      const message = fromJson(method.input, input);
      const { message: answer } = await this.#transport.unary(method, undefined, undefined, headers, message);
      return toJson(method.output, answer) as JsonObject;
    } catch (error) {
      return Code[ConnectError.from(error).code];
    }
  }
}
