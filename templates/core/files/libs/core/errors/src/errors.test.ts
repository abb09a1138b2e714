import { expect, it } from 'vitest';

import { ConflictError, InUseError, InvalidError, NotFoundError, TakenError } from './index.js';

it('errors carry a code for programs and the fields that they are about', () => {
  expect(new NotFoundError('book', '1')).toMatchObject({
    name: 'NotFoundError',
    code: 'NOT_FOUND',
    message: 'book 1 was not found',
    fields: [],
  });
  expect(InvalidError.field('name', 'too_small', 'is empty')).toMatchObject({
    code: 'INVALID',
    fields: [{ field: 'name', code: 'too_small', message: 'is empty' }],
  });
  expect(new TakenError(['email']).fields).toEqual([{ field: 'email', code: 'taken', message: 'is already in use' }]);
  expect(new ConflictError('book', '1', 2, 3)).toMatchObject({ code: 'CONFLICT', fields: [{ field: 'version' }] });
  expect(new InUseError('is used', { cause: 'why' }).cause).toBe('why');
});
