'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Route } from 'next';
import { useState } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { z } from 'zod';

import { useRecordForm } from './record-form';

interface Editor<Row, Values extends FieldValues, Output extends FieldValues> {
  /** Of the list; a row's page is below it. */
  readonly path: string;
  readonly schema: z.ZodType<Output, Values>;
  /** The one to be edited; a new one where there is none. */
  readonly row: Row | undefined;
  /** What the form of a new one holds. */
  readonly blank: DefaultValues<NoInfer<Values>>;
  readonly toValues: (row: NoInfer<Row>) => DefaultValues<NoInfer<Values>>;
  readonly actions: {
    readonly create: (input: Output) => Promise<Row>;
    readonly update: (update: { row: Row; changes: Partial<Output> }) => Promise<Row>;
  };
  /** Reads the row as it is now. */
  readonly read: (id: string) => Promise<Row>;
}

/** The state of a form that makes a new row or edits one, and what its buttons do. */
export function useRecordEditor<
  Row extends { readonly id: string },
  Values extends FieldValues,
  Output extends FieldValues,
>({ path, schema, row, blank, toValues, actions, read }: Editor<Row, Values, Output>) {
  const t = useTranslations('Form');
  const router = useRouter();
  // As it was when it was opened: that is the version to be changed.
  const [base, setBase] = useState(row);
  const form = useRecordForm(schema, base ? toValues(base) : blank);
  return {
    base,
    control: form.control,
    frame: {
      form,
      submitLabel: t(base ? 'save' : 'create'),
      onSubmit: async (input: Output, changes: Partial<Output>) => {
        const saved = base ? await actions.update({ row: base, changes }) : await actions.create(input);
        router.push(`${path}/${saved.id}` as Route);
      },
      onCancel: () => {
        router.push((base ? `${path}/${base.id}` : path) as Route);
      },
      reload:
        base &&
        (async () => {
          const latest = await read(base.id);
          setBase(latest);
          return toValues(latest);
        }),
    },
  };
}
