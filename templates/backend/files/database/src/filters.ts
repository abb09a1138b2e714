import type { FieldFilter } from '@golden/types';
import { isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** The conditions that a filter puts on something that is no column of the row itself. */
export type ListFilter = (filter: FieldFilter) => SQL[];

/** A value as its column has it. The cast lets one form, text, stand for every type. */
export function cast(column: AnyPgColumn, value: unknown): SQL {
  return sql`${value}::${sql.raw(typeOf(column))}`;
}

/** The conditions on one column; all of them have to hold. */
export function filterColumn(column: AnyPgColumn, filter: FieldFilter): SQL[] {
  const conditions: SQL[] = [];
  if (filter.equals !== undefined) {
    conditions.push(sql`${column} = ${cast(column, filter.equals)}`);
  }
  if (filter.in) {
    conditions.push(sql`${column} = any(${sql.param(filter.in)}::${sql.raw(typeOf(column))}[])`);
  }
  if (filter.from !== undefined) {
    conditions.push(sql`${column} >= ${cast(column, filter.from)}`);
  }
  if (filter.to !== undefined) {
    conditions.push(sql`${column} < ${cast(column, filter.to)}`);
  }
  if (filter.contains !== undefined) {
    conditions.push(containing(column, filter.contains));
  }
  if (filter.isNull !== undefined) {
    conditions.push(filter.isNull ? isNull(column) : isNotNull(column));
  }
  return conditions;
}

/** Whether one of the columns contains the text; an empty text is in all of them. */
export function searchColumns(columns: readonly (AnyPgColumn | SQL)[], text: string): SQL | undefined {
  return text === '' ? undefined : or(...columns.map((column) => containing(column, text)));
}

function containing(column: AnyPgColumn | SQL, text: string): SQL {
  return sql`${column} ilike ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`;
}

/** The column's type without its length or digits: a cast to these would cut or round the value that is looked for. */
function typeOf(column: AnyPgColumn): string {
  return column
    .getSQLType()
    .replace(/^varchar\(\d+\)$/, 'text')
    .replace(/^numeric\(.*\)$/, 'numeric');
}
