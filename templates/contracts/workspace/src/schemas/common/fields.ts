import { z } from 'zod';

export interface TextOptions {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
}

/** A character that PostgreSQL keeps in no text. */
const NUL = '\0';

/** Text as the database can keep it. */
export const anyText = () => z.string().refine((value) => !value.includes(NUL), { error: 'text without NUL' });

/** One line of text, without the space around it. */
export function text({ min = 1, max = 255, pattern }: TextOptions = {}) {
  const type = anyText().trim().min(min).max(max);
  return pattern ? type.regex(pattern) : type;
}

/** Text of any length that a person writes. */
export const longText = ({ min = 0, max = 100_000 }: Omit<TextOptions, 'pattern'> = {}) => anyText().min(min).max(max);

/** Compared without regard to case, hence kept in lower case. */
export const email = () => z.string().trim().toLowerCase().pipe(z.email().max(254));

/** An address on the web: what else a browser would follow, such as `javascript:`, is none. */
export const url = () =>
  z
    .string()
    .trim()
    .pipe(z.url({ protocol: /^https?$/ }).max(2_048));

/** Compared without regard to case, hence told in lower case, as the database does. */
export const uuid = () => z.string().toLowerCase().pipe(z.uuid());

/** A day without a time: `2026-05-02`. */
export const date = () => z.iso.date();

/** A time of day, to the second: `10:30` is `10:30:00`. */
export const time = () =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, { error: 'a time such as 10:30' })
    .transform((value) => (value.length === 5 ? `${value}:00` : value));

/** A moment, with its offset; told in UTC. */
export const datetime = () => z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());

/** An ISO 8601 duration such as `PT20M`; the database may tell it in other units (`PT60M` becomes `PT1H`). */
export const duration = () => z.iso.duration();

export interface RangeOptions<T = number> {
  readonly min?: T;
  readonly max?: T;
}

const LARGEST_INTEGER = 2_147_483_647;

/** A whole number of 32 bits. */
export const integer = ({ min = -LARGEST_INTEGER - 1, max = LARGEST_INTEGER }: RangeOptions = {}) =>
  z.int().min(min).max(max);

/** A number of 64 bits, for measurements: it rounds. */
export const float = ({ min = -Number.MAX_VALUE, max = Number.MAX_VALUE }: RangeOptions = {}) =>
  z.number().min(min).max(max);

const LARGEST_LONG = 9_223_372_036_854_775_807n;

/** A whole number of 64 bits as text: a JavaScript number would round it. */
export const long = ({ min = -LARGEST_LONG - 1n, max = LARGEST_LONG }: RangeOptions<bigint> = {}) =>
  z
    .string()
    .trim()
    .regex(/^-?\d{1,19}$/, { error: 'a whole number' })
    .transform((value) => String(BigInt(value)))
    .refine((value) => BigInt(value) >= min, { error: `at least ${String(min)}`, params: { code: 'too_small' } })
    .refine((value) => BigInt(value) <= max, { error: `at most ${String(max)}`, params: { code: 'too_big' } });

/** A bound: as text where a JavaScript number would round it. */
type Bound = number | string;

export interface DecimalOptions extends RangeOptions<Bound> {
  readonly precision: number;
  readonly scale: number;
}

/** A decimal number as text: a JavaScript number would round it. */
export function decimal({ precision, scale, min, max }: DecimalOptions) {
  const whole = precision > scale ? `0*\\d{1,${String(precision - scale)}}` : '0+';
  const digits = `^-?${whole}${scale > 0 ? `(\\.\\d{1,${String(scale)}})?` : ''}$`;
  const units = (value: Bound) => toUnits(String(value), scale);
  return z
    .string()
    .trim()
    .max(100)
    .regex(new RegExp(digits), { error: `a number with at most ${String(scale)} decimals` })
    .refine((value) => min === undefined || units(value) >= units(min), {
      error: `at least ${String(min)}`,
      params: { code: 'too_small' },
    })
    .refine((value) => max === undefined || units(value) <= units(max), {
      error: `at most ${String(max)}`,
      params: { code: 'too_big' },
    });
}

/** An amount of a currency that has so many decimals. */
export const money = ({ scale, ...range }: Omit<DecimalOptions, 'precision'>) =>
  decimal({ precision: 19, scale, ...range });

const LONGEST_JSON = 65_536;

/** Any JSON value but `null`, which stands for none; written down, it has up to 65,536 characters. */
export const json = (): z.ZodType =>
  z
    .json()
    .refine((value) => value !== null, { error: 'a value' })
    .refine((value) => JSON.stringify(value).length <= LONGEST_JSON, {
      error: `at most ${String(LONGEST_JSON)} characters`,
      params: { code: 'too_big' },
    })
    .refine((value) => !hasNul(value), { error: 'text without NUL' });

export interface BytesOptions {
  /** How many, decoded. */
  readonly max: number;
}

/** Bytes, in base64. */
export const bytes = ({ max }: BytesOptions) =>
  z
    .base64()
    .refine((value) => sizeOf(value) <= max, { error: `at most ${String(max)} bytes`, params: { code: 'too_big' } });

export interface FileOptions extends BytesOptions {
  /** Media types such as `image/png` or `image/*`; without any, all of them. */
  readonly accept?: readonly string[];
}

/** A file, its content in base64. */
export const file = ({ accept = ['*/*'], max }: FileOptions) =>
  z.strictObject({
    name: text(),
    mediaType: text({ pattern: /^[\w.+-]+\/[\w.+-]+$/ })
      .toLowerCase()
      .refine((value) => accept.some((each) => accepts(each, value)), { error: `one of ${accept.join(', ')}` }),
    content: bytes({ max }),
  });

/** The ids of the other side of a many-to-many relation; the order means nothing. */
export const ids = () =>
  z
    .array(uuid())
    .max(500)
    .transform((list) => [...new Set(list)]);

/** Whether a text or a key anywhere in it has the character that no database keeps. */
function hasNul(value: z.core.util.JSONType): boolean {
  if (typeof value === 'string') {
    return value.includes(NUL);
  }
  return typeof value === 'object' && value !== null && Object.entries(value).flat().some(hasNul);
}

/** The number in units of its last decimal, so that it is compared exactly. */
function toUnits(value: string, scale: number): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  const units = BigInt(whole.replace('-', '') + fraction.padEnd(scale, '0').slice(0, scale));
  return value.startsWith('-') ? -units : units;
}

function accepts(pattern: string, mediaType: string): boolean {
  const [family = '', kind] = pattern.split('/');
  return pattern === '*/*' || pattern === mediaType || (kind === '*' && mediaType.startsWith(`${family}/`));
}

/** The bytes that base64 stands for. */
function sizeOf(base64: string): number {
  return (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
}
