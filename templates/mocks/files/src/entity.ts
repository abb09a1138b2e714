import type { DescService } from '@bufbuild/protobuf';
import type { ListQuery } from '@golden/types';
import type { z } from 'zod';

/** Fields by name, as the schemas of the contract have them. */
export type Values = Readonly<Record<string, unknown>>;

/** What is kept of one entity: its input, with what every row has. */
export interface Row extends Values {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
}

/** A field whose value a message has in another form than the schemas, or that is compared as a number. */
export type Kind =
  | { readonly is: 'choice'; readonly values: readonly string[] }
  | { readonly is: 'json' }
  | { readonly is: 'duration' }
  | { readonly is: 'number'; readonly scale: number };

/** The values of an enum, in the order of the contract. */
export const choice = (values: readonly string[]): Kind => ({ is: 'choice', values });
export const json: Kind = { is: 'json' };
export const duration: Kind = { is: 'duration' };
/** A number that is told as text with so many decimals, so that nothing rounds it. */
export const number = (scale = 0): Kind => ({ is: 'number', scale });

const DURATION = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/;

/** How long a duration is, as PostgreSQL compares them: a month is 30 days. */
export function secondsOf(text: string): number {
  const [, sign, ...parts] = DURATION.exec(text) ?? [];
  const units = [31_104_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1];
  const seconds = units.map((unit, at) => unit * Number(parts[at] ?? 0)).reduce((sum, each) => sum + each, 0);
  return sign === '-' ? -seconds : seconds;
}

/** A field with the id of another row, or with several. */
export interface Pointer {
  /** Which mock keeps the other row. */
  readonly to: string;
  /** The name of the relation, under which messages tell the label too. */
  readonly as: string;
  /** What happens when the other row is to be removed for good; one that can come back is only ever kept by `restrict`. */
  readonly onDelete: 'restrict' | 'cascade' | 'set null';
  /** Whether another service keeps the other row. */
  readonly remote?: boolean;
  /** Whether a chain of them must not come back to where it began. */
  readonly tree?: boolean;
}

/** What is kept of an entity, and what for. */
export interface Rules {
  /** What people call one of them, for messages. */
  readonly name: string;
  /** The field that stands for a row in pickers and links; the start of its id where there is none. */
  readonly label?: string;
  /** Fields of which no two rows may have the same. */
  readonly unique: readonly string[];
  readonly pointers: Readonly<Record<string, Pointer>>;
  /** Whether what was removed can be restored. */
  readonly restorable?: boolean;
}

/** What a mock has to know of an entity beyond its messages. */
export interface MockEntity extends Rules {
  readonly service: DescService;
  /** What one and several of them are called in names of methods: `Order`, `Orders`. */
  readonly one: string;
  readonly many: string;
  readonly input: z.ZodType<Values>;
  readonly changes: z.ZodType<Values>;
  readonly query: z.ZodType<ListQuery>;
  /** Where a search looks. */
  readonly search: readonly string[];
  readonly kinds: Readonly<Record<string, Kind>>;
  /** Fields that hold a file. */
  readonly files?: readonly string[];
}
