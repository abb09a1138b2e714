const QUERIES = /\.(get|list|options|history|me)$/;

/** Calls a procedure as a client would: its answer, or the code of its refusal. */
export class Gateway {
  readonly #url: string;
  readonly #token: string | undefined;

  constructor(url: string, token?: string) {
    this.#url = url;
    this.#token = token;
  }

  async call<T = unknown>(procedure: string, input: object = {}): Promise<T | string> {
    const headers = {
      'content-type': 'application/json',
      ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
    };
    const body = JSON.stringify(input);
    const response = QUERIES.test(procedure)
      ? await fetch(`${this.#url}/${procedure}?input=${encodeURIComponent(body)}`, { headers })
      : await fetch(`${this.#url}/${procedure}`, { method: 'POST', headers, body });
    const answer = (await response.json()) as { result?: { data: T }; error?: { data: { code: string } } };
    if (answer.error) {
      return answer.error.data.code;
    }
    return answer.result?.data as T;
  }
}
