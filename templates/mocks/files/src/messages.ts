import { create, ScalarType, type DescField, type DescMessage, type Message } from '@bufbuild/protobuf';
import { base64Decode, base64Encode } from '@bufbuild/protobuf/wire';
import { timestampDate, timestampFromDate, TimestampSchema, type Timestamp } from '@bufbuild/protobuf/wkt';
import { FileInfoSchema, FileSchema, type File } from '@golden/contracts/es/common/v1/files';
import { fromJson, type FileContent } from '@golden/grpc';

import type { Kind, Values } from './entity.js';

type Kinds = Readonly<Record<string, Kind>>;

/** What a message of an input says, unchecked, as the schemas have it; what is not set is undefined. */
export function valuesOf(desc: DescMessage, message: Message | undefined, kinds: Kinds): Values {
  const told = (message ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    desc.fields.map((field) => [field.localName, valueOf(field, told[field.localName], kinds[field.localName])]),
  );
}

function valueOf(field: DescField, value: unknown, kind: Kind | undefined): unknown {
  if (value === undefined) {
    return undefined;
  }
  if (kind?.is === 'choice') {
    const number = value as number;
    // One that is not known is told as it is, so that it is refused.
    return kind.values[number - 1] ?? String(number);
  }
  if (kind?.is === 'json') {
    return fromJson(field.localName, value as string);
  }
  if (field.message?.typeName === TimestampSchema.typeName) {
    return timestampDate(value as Timestamp).toISOString();
  }
  if (field.message?.typeName === FileSchema.typeName) {
    const { name, mediaType, content } = value as File;
    return { name, mediaType, content: base64Encode(content) };
  }
  if (value instanceof Uint8Array) {
    return base64Encode(value);
  }
  return value;
}

/** A message that says these values. */
export function messageOf(desc: DescMessage, values: Values, kinds: Kinds): Message {
  const told = desc.fields.map((field) => {
    const { localName } = field;
    return [localName, toldOf(field, values[localName], kinds[localName])] as const;
  });
  return create(desc, Object.fromEntries(told.filter(([, value]) => value !== undefined)));
}

function toldOf(field: DescField, value: unknown, kind: Kind | undefined): unknown {
  if (value === null || value === undefined) {
    return undefined;
  }
  if (kind?.is === 'choice') {
    return kind.values.indexOf(value as string) + 1;
  }
  if (kind?.is === 'json') {
    return JSON.stringify(value);
  }
  if (field.message?.typeName === TimestampSchema.typeName) {
    return timestampFromDate(new Date(value as string));
  }
  if (field.message?.typeName === FileInfoSchema.typeName) {
    const { content, ...info } = value as FileContent;
    return { ...info, size: base64Decode(content).length };
  }
  if (field.scalar === ScalarType.BYTES) {
    return base64Decode(value as string);
  }
  return value;
}

/** Values as a database keeps them: numbers with all their decimals. */
export function keptOf(values: Values, kinds: Kinds): Values {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, kept(value, kinds[field])]));
}

function kept(value: unknown, kind: Kind | undefined): unknown {
  if (kind?.is !== 'number' || typeof value !== 'string') {
    return value;
  }
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const digits = [whole.replace(/^0+(?=\d)/, ''), fraction.padEnd(kind.scale, '0')]
    .filter((part) => part !== '')
    .join('.');
  return value.startsWith('-') && /[1-9]/.test(digits) ? `-${digits}` : digits;
}
