import { InvalidError } from '@golden/errors';
import type { AuditAction, AuditEntry, FieldFilter, Reference } from '@golden/types';
import { AuditAction as AuditActionMessage } from '@golden/contracts/nest/common/v1/audit';
import type { AuditEntry as AuditEntryMessage } from '@golden/contracts/nest/common/v1/audit';
import type { File as FileMessage } from '@golden/contracts/nest/common/v1/files';
import type { FieldFilter as FilterMessage, ListQuery, OptionsQuery } from '@golden/contracts/nest/common/v1/query';
import { byId, byVersion, optionsQuery } from '@golden/contracts/schemas';
import type { z } from 'zod';

export interface Timestamp {
  seconds: string;
  nanos: number;
}

/** Checks what came over the wire, which anyone may have sent, against the contract. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new InvalidError(parsed.error.issues.flatMap(problemsOf));
  }
  return parsed.data;
}

function problemsOf(issue: z.core.$ZodIssue) {
  const { path, code, message } = issue;
  // What is not known is told field by field, such as a change of what is fixed once it is written.
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  return paths.map((each) => ({ field: each.join('.'), code, message }));
}

export const parseId = (request: { readonly id: string }) => parse(byId, { id: request.id }).id;

export const parseVersion = ({ id, version }: { readonly id: string; readonly version: number }) =>
  parse(byVersion, { id, version });

interface ListRequest {
  readonly query: ListQuery | undefined;
  readonly filter: object | undefined;
}

/** A list's query, with the entity's defaults in place of what proto3 cannot leave out. */
export function parseListRequest<S extends z.ZodType>(schema: S, { query, filter }: ListRequest): z.output<S> {
  const filters = Object.entries(filter ?? {}) as [string, FilterMessage | null | undefined][];
  return parse(schema, {
    filter: Object.fromEntries(filters.flatMap(([field, message]) => (message ? [[field, toFilter(message)]] : []))),
    sort: query?.sort.length ? query.sort : undefined,
    search: query?.search,
    cursor: unless('', query?.cursor) ?? null,
    limit: unless(0, query?.limit),
    ...(query?.removed ? { removed: true } : {}),
  });
}

export const parseOptionsRequest = ({ query }: { readonly query: OptionsQuery | undefined }) =>
  parse(optionsQuery, { search: query?.search, limit: unless(0, query?.limit), ids: query?.ids });

/** What an update changes: the fields of its mask. One that the mask names and the message lacks is emptied. */
export function maskedChanges(input: object, mask: readonly string[]): Record<string, unknown> {
  const values: Readonly<Record<string, unknown>> = { ...input };
  return Object.fromEntries(
    mask.map((path) => {
      const field = path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return [field, values[field] ?? null];
    }),
  );
}

/** A moment of a row (as text) or of the audit trail (as a date). */
export function toTimestamp(value: string | Date): Timestamp {
  const milliseconds = new Date(value).getTime();
  const seconds = Math.floor(milliseconds / 1000);
  return { seconds: String(seconds), nanos: (milliseconds - seconds * 1000) * 1_000_000 };
}

export function toOptionalTimestamp(value: string | null): Timestamp | undefined {
  return value === null ? undefined : toTimestamp(value);
}

export function fromTimestamp(value: Timestamp | null | undefined): string | undefined {
  return value ? new Date(Number(value.seconds) * 1000 + value.nanos / 1_000_000).toISOString() : undefined;
}

/** A message has no null: what is not there is not set. */
export function orUnset<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

export function toReference({ id, label }: Reference): Reference {
  return { id, label };
}

export function toOptionalJson(value: unknown): string | undefined {
  return value === null ? undefined : JSON.stringify(value);
}

/** JSON as text, which anyone may have written. */
export function fromJson(field: string, text: string | null | undefined): unknown {
  if (text === null || text === undefined) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw InvalidError.field(field, 'malformed', 'is not JSON', { cause: error });
  }
}

export function toBytes(base64: string): Uint8Array {
  return Buffer.from(base64, 'base64');
}

export function toOptionalBytes(base64: string | null): Uint8Array | undefined {
  return base64 === null ? undefined : toBytes(base64);
}

export function fromBytes(value: Uint8Array | null | undefined): string | undefined {
  return value ? Buffer.from(value).toString('base64') : undefined;
}

/** A file with its content, in base64. */
export interface FileContent {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

export function toFile({ name, mediaType, content }: FileContent): FileMessage {
  return { name, mediaType, content: toBytes(content) };
}

export function fromFile(file: FileMessage | null | undefined): FileContent | undefined {
  return file ? { name: file.name, mediaType: file.mediaType, content: fromBytes(file.content) ?? '' } : undefined;
}

const actions = {
  create: AuditActionMessage.AUDIT_ACTION_CREATE,
  update: AuditActionMessage.AUDIT_ACTION_UPDATE,
  remove: AuditActionMessage.AUDIT_ACTION_REMOVE,
  restore: AuditActionMessage.AUDIT_ACTION_RESTORE,
} as const satisfies Record<AuditAction, AuditActionMessage>;

export function toAuditEntry({ id, action, userId, at, changes }: AuditEntry): AuditEntryMessage {
  return {
    id,
    action: actions[action],
    userId,
    at: toTimestamp(at),
    changes: changes.map(({ field, from, to }) => ({
      field,
      fromJson: JSON.stringify(from),
      toJson: JSON.stringify(to),
    })),
  };
}

/** The value, but for the one that proto3 sends where there is none. */
function unless<T>(unset: T, value: T | undefined): T | undefined {
  return value === unset ? undefined : value;
}

function toFilter(message: FilterMessage): FieldFilter {
  const { equals, from, to, contains, isNull } = message;
  const conditions: Readonly<Record<string, unknown>> = {
    equals,
    from,
    to,
    contains,
    isNull,
    in: message.in.length > 0 ? message.in : undefined,
  };
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined && value !== null));
}
