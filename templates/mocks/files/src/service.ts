import type { DescMessage, DescMethod, Message } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError, type ConnectRouter, type ServiceImpl } from '@connectrpc/connect';
import { AuditAction } from '@golden/contracts/es/common/v1/audit';
import { ErrorDetailSchema } from '@golden/contracts/es/common/v1/errors';
import type { ListQuery as ListQueryMessage, OptionsQuery } from '@golden/contracts/es/common/v1/query';
import { AppError, InvalidError, NotFoundError } from '@golden/errors';
import { maskedChanges, parse, parseId, parseListRequest, parseOptionsRequest, parseVersion } from '@golden/grpc';
import type { AuditEntry } from '@golden/types';

import type { MockEntity, Row, Values } from './entity.js';
import { pageOf } from './list.js';
import { keptOf, messageOf, valuesOf } from './messages.js';
import type { MockTable } from './table.js';

/** What requests have, each of them some of it. */
interface Request {
  readonly id: string;
  readonly version: number;
  readonly field: string;
  readonly updateMask: readonly string[];
  readonly query: (ListQueryMessage & OptionsQuery) | undefined;
  readonly filter: (Message & Values) | undefined;
}

type Answer = (request: Request, method: DescMethod) => Values;

const codes: Readonly<Record<string, Code>> = {
  NOT_FOUND: Code.NotFound,
  INVALID: Code.InvalidArgument,
  TAKEN: Code.AlreadyExists,
  CONFLICT: Code.Aborted,
  IN_USE: Code.FailedPrecondition,
};

/** Lets a router answer the calls of an entity's service from its rows. */
export function serve(router: ConnectRouter, entity: MockEntity, table: MockTable): void {
  const answers = answersOf(entity, table);
  const methods = entity.service.methods.map((method) => {
    const answer = answers[method.name];
    const call = (request: unknown) => {
      if (!answer) {
        throw new ConnectError(`the mock knows no ${method.name}`, Code.Unimplemented);
      }
      return refusing(() => answer(request as Request, method));
    };
    return [method.localName, call] as const;
  });
  // Which methods there are is known from the descriptor only, too late for the compiler.
  router.service(entity.service, Object.fromEntries(methods) as unknown as Partial<ServiceImpl<typeof entity.service>>);
}

function answersOf(entity: MockEntity, table: MockTable): Readonly<Record<string, Answer>> {
  const { one, many, kinds } = entity;
  const row = (found: Row, { output }: DescMethod) => {
    const { localName, desc } = messageIn(output);
    return { [localName]: messageOf(desc, table.labelled(found), kinds) };
  };
  /** The values in a request's message of an input. */
  const given = (request: Request, { input }: DescMethod) => {
    const { localName, desc } = messageIn(input);
    return valuesOf(desc, (request as unknown as Readonly<Record<string, Message | undefined>>)[localName], kinds);
  };

  return {
    [`List${many}`]: ({ query, filter }, { output }) => {
      const conditions = Object.entries(filter ?? {}).filter(([field]) => !field.startsWith('$'));
      const asked = parseListRequest(entity.query, { query, filter: Object.fromEntries(conditions) });
      const { items, nextCursor } = pageOf(table.all(asked.removed), asked, entity.search, kinds);
      const { localName, desc } = messageIn(output);
      const rows = items.map((item) => messageOf(desc, table.labelled(item), kinds));
      return { [localName]: rows, nextCursor: nextCursor ?? '' };
    },
    [`Get${one}`]: (request, method) => row(table.get(parseId(request)), method),
    [`Create${one}`]: (request, method) =>
      row(table.insert(keptOf(parse(entity.input, given(request, method)), kinds)), method),
    [`Update${one}`]: (request, method) => {
      const { id, version } = parseVersion(request);
      const changes = parse(entity.changes, maskedChanges(given(request, method), request.updateMask));
      return row(table.update(id, version, keptOf(changes, kinds)), method);
    },
    [`Delete${one}`]: (request) => {
      const { id, version } = parseVersion(request);
      table.remove(id, version);
      return {};
    },
    [`Restore${one}`]: (request, method) => {
      const { id, version } = parseVersion(request);
      return row(table.restore(id, version), method);
    },
    [`List${one}Options`]: ({ query }) => ({ options: table.choices(parseOptionsRequest({ query })) }),
    [`List${one}History`]: (request) => ({ entries: table.history(parseId(request)).map(entryOf) }),
    [`Get${one}File`]: (request, { output }) => {
      const { localName, desc } = messageIn(output);
      if (!entity.files?.includes(request.field)) {
        throw InvalidError.field('field', 'invalid_value', 'is no file');
      }
      const file = table.get(parseId(request))[request.field];
      if (!file) {
        throw new NotFoundError(`${request.field} of ${entity.name}`, request.id);
      }
      return { [localName]: messageOf(desc, file as Values, {}) };
    },
  };
}

/** The one field of a request or an answer that is the entity's own message. */
function messageIn(desc: DescMessage): { readonly localName: string; readonly desc: DescMessage } {
  const found = desc.fields.find(({ message, name }) => message && !['query', 'filter', 'update_mask'].includes(name));
  if (!found?.message) {
    throw new Error(`${desc.name} has no message`);
  }
  return { localName: found.localName, desc: found.message };
}

/** Refuses as the service does, with what programs want to know. */
function refusing<T>(answer: () => T): T {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof AppError)) {
      throw error;
    }
    const detail = { desc: ErrorDetailSchema, value: { reason: error.code, fields: [...error.fields] } };
    throw new ConnectError(error.message, codes[error.code] ?? Code.Internal, undefined, [detail]);
  }
}

const actions = {
  create: AuditAction.CREATE,
  update: AuditAction.UPDATE,
  remove: AuditAction.REMOVE,
  restore: AuditAction.RESTORE,
} as const satisfies Record<AuditEntry['action'], AuditAction>;

function entryOf({ id, action, userId, at, changes }: AuditEntry) {
  return {
    id,
    action: actions[action],
    userId,
    at: timestampFromDate(at),
    changes: changes.map(({ field, from, to }) => ({
      field,
      fromJson: JSON.stringify(from),
      toJson: JSON.stringify(to),
    })),
  };
}
