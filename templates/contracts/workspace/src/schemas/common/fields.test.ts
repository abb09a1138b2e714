import { expect, it } from 'vitest';
import type { z } from 'zod';

import {
  bytes,
  date,
  datetime,
  decimal,
  duration,
  email,
  file,
  float,
  ids,
  integer,
  json,
  long,
  longText,
  money,
  text,
  time,
  url,
  uuid,
} from './fields.js';

const id = '7f3c1f5e-2f53-4a65-9d0b-5b8a1f6a9f01';
const weight = decimal({ precision: 6, scale: 2, min: 0, max: 100 });
const picture = file({ accept: ['image/*', 'application/pdf'], max: 5 });
const hello = { name: 'hello.png', mediaType: 'image/png', content: 'aGVsbG8=' };

it.each<[string, z.ZodType, unknown, unknown]>([
  ['text without the space around it', text(), ' Rex ', 'Rex'],
  ['an email in lower case', email(), ' ADA@Example.com', 'ada@example.com'],
  ['an address on the web', url(), ' https://example.com/a?b=c ', 'https://example.com/a?b=c'],
  ['a decimal as it is written', weight, ' 31.50 ', '31.50'],
  ['a whole decimal', decimal({ precision: 3, scale: 0 }), '-12', '-12'],
  ['a decimal without whole digits', decimal({ precision: 2, scale: 2 }), '0.25', '0.25'],
  ['an amount', money({ scale: 2 }), '12345678901234567.89', '12345678901234567.89'],
  [
    'an amount at an exact bound',
    money({ scale: 2, max: '12345678901234567.89' }),
    '12345678901234567.89',
    '12345678901234567.89',
  ],
  ['a whole number', integer(), -2_147_483_648, -2_147_483_648],
  ['a measurement', float({ min: 0 }), 0.1, 0.1],
  ['a large number', long(), ' 9223372036854775807 ', '9223372036854775807'],
  ['a large number without leading zeros', long(), '-007', '-7'],
  ['a moment in UTC', datetime(), '2026-05-02T12:00:00+02:00', '2026-05-02T10:00:00.000Z'],
  ['a time without seconds', time(), '10:30', '10:30:00'],
  ['a time with seconds', time(), '23:59:59', '23:59:59'],
  ['a leap day', date(), '2024-02-29', '2024-02-29'],
  ['a duration', duration(), 'PT1H30M', 'PT1H30M'],
  ['ids once each', ids(), [id, id], [id]],
  ['long text', longText(), '', ''],
  ['JSON that speaks of NUL', json(), String.raw`\u0000`, String.raw`\u0000`],
  ['whatever JSON can say', json(), { a: [1, null, 'x'] }, { a: [1, null, 'x'] }],
  ['bytes', bytes({ max: 5 }), 'aGVsbG8=', 'aGVsbG8='],
  ['a file of a family that is accepted', picture, hello, hello],
  [
    'a file of a kind that is accepted',
    picture,
    { ...hello, mediaType: 'Application/PDF' },
    { ...hello, mediaType: 'application/pdf' },
  ],
  [
    'a file of any kind',
    file({ max: 5 }),
    { ...hello, mediaType: 'text/plain' },
    { ...hello, mediaType: 'text/plain' },
  ],
])('takes %s', (_, type, value, expected) => {
  expect(type.parse(value)).toEqual(expected);
});

it.each<[string, z.ZodType, unknown]>([
  ['text that says nothing', text(), '  '],
  ['text that is too long', text({ max: 3 }), 'long'],
  ['text of another form', text({ pattern: /^\d+$/ }), 'abc'],
  ['long text that is too short', longText({ min: 3 }), 'ab'],
  ['text that no database keeps', text(), 'a\0b'],
  ['long text that no database keeps', longText(), '\0'],
  ['an email without a host', email(), 'ada'],
  ['an address that runs a program', url(), 'javascript:alert(1)'],
  ['too many decimals', weight, '1.234'],
  ['too many digits', weight, '12345'],
  ['too little', weight, '-0.01'],
  ['too much', weight, '100.01'],
  ['a number for a decimal', weight, 1],
  ['too much by the last digit', money({ scale: 2, max: '12345678901234567.88' }), '12345678901234567.89'],
  ['a whole number of too many bits', integer(), 2_147_483_648],
  ['a fraction for a whole number', integer(), 1.5],
  ['a whole number below its least', integer({ min: 0 }), -1],
  ['what is no number', float(), Number.NaN],
  ['a large number of too many bits', long(), '9223372036854775808'],
  ['a large number below its least', long({ min: 0n }), '-1'],
  ['a day that never was', date(), '2023-02-29'],
  ['a time that never was', time(), '24:00'],
  ['a moment without its offset', datetime(), '2026-05-02T12:00:00'],
  ['a duration in words', duration(), '20 minutes'],
  ['an id that is none', uuid(), '1'],
  ['nothing for JSON', json(), null],
  ['what JSON cannot say', json(), 1n],
  ['JSON with a text that no database keeps', json(), { a: ['b\0'] }],
  ['JSON with a key that no database keeps', json(), { 'a\0': 1 }],
  ['JSON that is too long', json(), 'x'.repeat(65_536)],
  ['too many bytes', bytes({ max: 4 }), 'aGVsbG8='],
  ['what is not base64', bytes({ max: 5 }), 'hello!'],
  ['a file of another kind', picture, { ...hello, mediaType: 'text/html' }],
  ['a file that is too large', file({ max: 4 }), hello],
])('refuses %s', (_, type, value) => {
  expect(type.safeParse(value).success).toBe(false);
});
