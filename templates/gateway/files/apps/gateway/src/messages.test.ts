import { expect, it } from 'vitest';

import {
  fromBytes,
  fromFileContent,
  fromFileInfo,
  fromJsonText,
  maskOf,
  required,
  toBytes,
  toFileContent,
  toJsonText,
  toTimestamp,
} from './messages.js';

it('names the fields that change as the message spells them', () => {
  expect(maskOf({ bornOn: null, name: 'Rex', chip: undefined, line2: '' })).toEqual(['born_on', 'name', 'line2']);
});

it.each([[{ a: [1, 'b', null] }], [0], [''], [false]])('sends the JSON value %j as text', (value) => {
  expect(fromJsonText(toJsonText(value) ?? '')).toEqual(value);
});

it('sends nothing where there is nothing', () => {
  expect([toJsonText(null), toBytes(null), toFileContent(undefined), toTimestamp(null)]).toEqual(
    new Array(4).fill(undefined),
  );
});

it('writes bytes as base64', () => {
  expect(toBytes('AQID')).toEqual(new Uint8Array([1, 2, 3]));
  expect(fromBytes(new Uint8Array([1, 2, 3]))).toBe('AQID');
});

it('passes files on, and rows without their content', () => {
  const content = new Uint8Array([1, 2, 3]);
  const file = { name: 'rex.png', mediaType: 'image/png' };
  expect(toFileContent({ ...file, content: 'AQID' })).toEqual({ ...file, content });
  expect(fromFileContent({ $typeName: 'golden.common.v1.File', ...file, content })).toEqual({
    ...file,
    content: 'AQID',
  });
  expect(fromFileInfo({ $typeName: 'golden.common.v1.FileInfo', ...file, size: 3 })).toEqual({ ...file, size: 3 });
});

it('does not accept that a service leaves out what it has promised', () => {
  expect(() => {
    required(undefined);
  }).toThrow('a service left out what it has promised');
});
