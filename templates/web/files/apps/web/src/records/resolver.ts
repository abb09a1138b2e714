import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';

/**
 * Checks a form's values by a schema. Every text comes from `textOf`, in the reader's language: the words in a schema are
 * for users of the API.
 */
export function resolverOf<Values extends FieldValues, Output extends FieldValues>(
  schema: z.ZodType<Output, Values>,
  textOf: (issue: z.core.$ZodIssue) => string,
): Resolver<Values, unknown, Output> {
  return async (values, _context, options) => {
    const result = await schema.safeParseAsync(values, { reportInput: true });
    if (result.success) {
      return { values: result.data, errors: {} };
    }
    const errors: Record<string, FieldError> = {};
    for (const issue of result.error.issues) {
      // One text per field: the first fault is the one to mend first.
      errors[issue.path.join('.')] ??= { type: issue.code, message: textOf(issue) };
    }
    return { values: {}, errors: toNestErrors<Values>(errors, options) };
  };
}
