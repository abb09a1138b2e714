import { AuditAction } from '@golden/contracts/nest/common/v1/audit';
import { InvalidError } from '@golden/errors';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import {
  fromBytes,
  fromFile,
  fromJson,
  fromTimestamp,
  maskedChanges,
  orUnset,
  parse,
  parseId,
  parseListRequest,
  parseOptionsRequest,
  parseVersion,
  toAuditEntry,
  toBytes,
  toFile,
  toOptionalBytes,
  toOptionalJson,
  toOptionalTimestamp,
  toReference,
  toTimestamp,
} from './messages.js';

const id = '7f3c1f5e-2f53-4a65-9d0b-5b8a1f6a9f01';

it('what does not fit the contract is told field by field', () => {
  expect(() => parse(z.object({ a: z.object({ b: z.string() }) }), { a: {} })).toThrow(InvalidError);
  expect(parseId({ id })).toBe(id);
  expect(() => parseId({ id: '1' })).toThrow(InvalidError);
  expect(() => parse(z.object({ a: z.strictObject({}) }), { a: { b: 1, c: 2 } })).toThrow(
    expect.objectContaining({
      fields: [expect.objectContaining({ field: 'a.b' }), expect.objectContaining({ field: 'a.c' })],
    }),
  );
  expect(parseVersion({ id, version: 1 })).toEqual({ id, version: 1 });
  expect(() => parseVersion({ id, version: 0 })).toThrow(InvalidError);
});

describe('a list request', () => {
  const schema = z.object({
    filter: z.record(z.string(), z.unknown()),
    sort: z.array(z.string()).default(['name']),
    search: z.string().default(''),
    cursor: z.string().nullable(),
    limit: z.int().default(25),
    removed: z.boolean().default(false),
  });

  it('takes the defaults for what proto3 cannot leave out', () => {
    const defaults = { filter: {}, sort: ['name'], search: '', cursor: null, limit: 25, removed: false };
    const empty = { sort: [], search: '', cursor: '', limit: 0, removed: false };
    expect(parseListRequest(schema, { query: undefined, filter: undefined })).toEqual(defaults);
    expect(parseListRequest(schema, { query: empty, filter: { a: undefined } })).toEqual(defaults);
  });

  it('is taken as it is', () => {
    const query = { sort: ['-name'], search: 'x', cursor: 'c', limit: 5, removed: true };
    const filter = { a: { equals: 'x', in: [] }, b: { in: ['y'], isNull: false } };
    expect(parseListRequest(schema, { query, filter })).toEqual({
      ...query,
      filter: { a: { equals: 'x' }, b: { in: ['y'], isNull: false } },
    });
  });

  it('of a picker likewise', () => {
    expect(parseOptionsRequest({ query: undefined })).toEqual({ search: '', limit: 20, ids: [] });
    const query = { search: 'a', limit: 3, ids: [id] };
    expect(parseOptionsRequest({ query })).toEqual(query);
  });
});

it('a mask tells what is emptied from what is left alone', () => {
  const input = { name: 'Rex', bornOn: undefined, weight: '1' };
  expect(maskedChanges(input, ['name', 'born_on'])).toEqual({ name: 'Rex', bornOn: null });
});

it.each(['2026-05-02T10:00:00.123Z', '1969-12-31T23:59:59.999Z'])('%s survives the wire', (moment) => {
  expect(fromTimestamp(toTimestamp(new Date(moment)))).toBe(moment);
});

it('nothing stays nothing', () => {
  expect([fromTimestamp(undefined), fromTimestamp(null), orUnset(null), orUnset('a')]).toEqual([
    undefined,
    undefined,
    undefined,
    'a',
  ]);
});

it('JSON, bytes and files survive the wire, and so does that there are none', () => {
  expect(fromJson('a', toOptionalJson({ b: [1] }))).toEqual({ b: [1] });
  expect([toOptionalJson(null), fromJson('a', undefined)]).toEqual([undefined, undefined]);
  expect(() => fromJson('a', '{')).toThrow(InvalidError);
  expect(fromBytes(toBytes('aGVsbG8='))).toBe('aGVsbG8=');
  expect([toOptionalBytes(null), fromBytes(null), fromFile(null)]).toEqual([undefined, undefined, undefined]);
  expect(fromBytes(toOptionalBytes('aGVsbG8='))).toBe('aGVsbG8=');
  const file = { name: 'a.txt', mediaType: 'text/plain', content: 'aGVsbG8=' };
  expect(fromFile(toFile(file))).toEqual(file);
  expect([toOptionalTimestamp(null), toOptionalTimestamp('1970-01-01T00:00:01.000Z')]).toEqual([
    undefined,
    { seconds: '1', nanos: 0 },
  ]);
});

it('a reference is all that is told of another row', () => {
  expect(toReference({ id, label: 'Rex', secret: 1 } as { id: string; label: string })).toEqual({ id, label: 'Rex' });
});

it('an audit entry holds whatever a field held', () => {
  const changes = [{ field: 'ids', from: null, to: ['a'] }];
  expect(toAuditEntry({ id, action: 'restore', userId: 'ada', at: new Date(0), changes })).toEqual({
    id,
    action: AuditAction.AUDIT_ACTION_RESTORE,
    userId: 'ada',
    at: { seconds: '0', nanos: 0 },
    changes: [{ field: 'ids', fromJson: 'null', toJson: '["a"]' }],
  });
});
