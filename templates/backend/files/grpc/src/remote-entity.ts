import { Code, ConnectError, type CallOptions } from '@connectrpc/connect';
import { currentRequest } from '@golden/auth';
import { InvalidError } from '@golden/errors';
import type { Reference } from '@golden/types';
import { Logger } from '@nestjs/common';
import { RpcException } from '@nestjs/microservices';

/** The calls to another service that a relation to its rows needs. */
export interface RemoteCalls {
  /** Fails with NOT_FOUND where there is no such row. */
  get(id: string, options: CallOptions): Promise<unknown>;
  /** Labels of these, removed ones too. */
  labels(ids: string[], options: CallOptions): Promise<{ readonly options: readonly Reference[] }>;
}

/** What the other service says to its caller, who is ours too. */
const PASSED_ON = [Code.Unauthenticated, Code.PermissionDenied, Code.DeadlineExceeded];

type WithReference<Field extends string> = Readonly<Record<Field, Reference | null>>;

/** Rows that another service keeps. They are asked for as whoever calls, with the caller's own token. */
export class RemoteEntity {
  private readonly logger = new Logger(RemoteEntity.name);

  constructor(private readonly calls: RemoteCalls) {}

  /** For a field that points there. */
  async mustHave(field: string, id: string | null | undefined): Promise<void> {
    if (id === null || id === undefined) {
      return;
    }
    try {
      await this.calls.get(id, asCaller());
    } catch (error) {
      const { code, message } = ConnectError.from(error);
      if (code === Code.NotFound) {
        throw InvalidError.field(field, 'unknown', 'does not exist', { cause: error });
      }
      this.logger.warn(`${field} cannot be looked up: ${message}`);
      // All else is its absence: a connection that was dropped, say, is told as aborted, which is the code of a conflict.
      throw new RpcException({
        code: PASSED_ON.includes(code) ? code : Code.Unavailable,
        message: `${field} cannot be looked up`,
      });
    }
  }

  /** Puts labels to what a field points to, in one call. While the other service is away, its rows go by their ids. */
  async label<Field extends string, Row extends WithReference<Field>>(
    field: Field,
    rows: readonly Row[],
  ): Promise<Row[]> {
    const ids = [...new Set(rows.flatMap((row) => row[field]?.id ?? []))];
    if (ids.length === 0) {
      return [...rows];
    }
    const labels = await this.labels(ids);
    return rows.map((row) => {
      const reference = row[field];
      return reference ? { ...row, [field]: labels.get(reference.id) ?? reference } : row;
    });
  }

  private async labels(ids: string[]): Promise<Map<string, Reference>> {
    try {
      const { options } = await this.calls.labels(ids, asCaller());
      return new Map(options.map(({ id, label }) => [id, { id, label }]));
    } catch (error) {
      this.logger.warn(`labels cannot be read: ${ConnectError.from(error).message}`);
      return new Map();
    }
  }
}

function asCaller(): CallOptions {
  const { token, requestId } = currentRequest();
  return {
    timeoutMs: 5_000,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...(requestId && { 'x-request-id': requestId }) },
  };
}
