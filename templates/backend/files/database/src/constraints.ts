import { InvalidError, TakenError } from '@golden/errors';
import { Column, getTableColumns, is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { DatabaseError } from 'pg';

/** A module of tables; what is no table in it is passed over. */
export type Schema = Readonly<Record<string, unknown>>;

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';
const RESTRICT_VIOLATION = '23001';
const CHECK_VIOLATION = '23514';
/** A value that is not of its column's type, or does not fit: the contract lets few get as far as here. */
const MALFORMED = ['22P02', '22P05', '22021', '22007', '22008', '22003', '22001'];

/** Knows which fields a constraint is about, and so tells its violation as a problem of these fields. */
export class ConstraintFields {
  private readonly fields = new Map<string, readonly string[]>();

  constructor(schema: Schema) {
    for (const table of Object.values(schema)) {
      if (is(table, PgTable)) {
        this.add(table);
      }
    }
  }

  /** The error as one of ours, if it is a constraint's; else as it is. */
  translate(error: unknown): unknown {
    const violation = databaseError(error);
    if (!violation) {
      return error;
    }
    const fields = this.fields.get(violation.constraint ?? '') ?? [''];
    const options = { cause: error };
    switch (violation.code) {
      case UNIQUE_VIOLATION:
        return new TakenError(fields, options);
      case FOREIGN_KEY_VIOLATION:
        return new InvalidError(problems(fields, 'unknown', 'does not exist'), options);
      case CHECK_VIOLATION:
        return new InvalidError(problems(fields, 'invalid', 'is not allowed'), options);
      default:
        return MALFORMED.includes(violation.code ?? '')
          ? new InvalidError(problems([''], 'malformed', 'is not of its type'), options)
          : error;
    }
  }

  private add(table: PgTable): void {
    const columns = Object.entries(getTableColumns(table)).map(([field, { name }]) => ({ field, name }));
    const { indexes, foreignKeys, checks } = getTableConfig(table);
    // A row of a link table is one of the ids of a field: petId and vaccineId, told as vaccineIds.
    const isLink = !columns.some(({ field }) => field === 'version');
    const fieldsOf = (names: readonly (string | undefined)[]) =>
      columns.flatMap((column) =>
        column.field !== 'tenantId' && names.includes(column.name) ? [isLink ? `${column.field}s` : column.field] : [],
      );

    for (const { config } of indexes) {
      if (config.unique && config.name) {
        this.fields.set(config.name, fieldsOf(config.columns.map((column) => ('name' in column ? column.name : ''))));
      }
    }
    for (const key of foreignKeys) {
      this.fields.set(key.getName(), fieldsOf(key.reference().columns.map((column) => column.name)));
    }
    for (const check of checks) {
      // It is about the first column that it speaks of.
      const about = check.value.queryChunks.find((chunk) => is(chunk, Column));
      this.fields.set(check.name, [columns.find((column) => column.name === about?.name)?.field ?? '']);
    }
  }
}

/** Whether other rows still point to the one that was to be deleted. */
export function isStillReferenced(error: unknown): boolean {
  return [FOREIGN_KEY_VIOLATION, RESTRICT_VIOLATION].includes(databaseError(error)?.code ?? '');
}

function databaseError(error: unknown): DatabaseError | undefined {
  // Drizzle wraps what the driver throws.
  const cause = error instanceof Error && !(error instanceof DatabaseError) ? error.cause : error;
  return cause instanceof DatabaseError ? cause : undefined;
}

function problems(fields: readonly string[], code: string, message: string) {
  return fields.map((field) => ({ field, code, message }));
}
