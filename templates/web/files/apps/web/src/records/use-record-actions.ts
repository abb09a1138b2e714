'use client';

import { toast } from '@golden/ui/toast';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';

import { useRecordCache, type Procedures } from './use-record-cache';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

interface Call<Input, Output> {
  readonly mutate: (input: Input) => Promise<Output>;
}

/** As much of tRPC's client of an entity as changes its rows. */
interface Client<Row, Input, Changes> {
  readonly create: Call<Input, Row>;
  readonly update: Call<{ id: string; version: number; changes: Changes }, Row>;
  readonly remove: Call<{ id: string; version: number }, unknown>;
}

interface RestoringClient<Row, Input, Changes> extends Client<Row, Input, Changes> {
  readonly restore: Call<{ id: string; version: number }, Row>;
}

interface Update<Row, Changes> {
  /** As it was read: whoever changed it since then is not overwritten. */
  readonly row: Row;
  readonly changes: Changes;
}

type NameOf<Row> = (row: Row) => string;

/** Creating, changing and deleting rows, and saying so. */
export function useRecordActions<Row extends Versioned, Input, Changes>(
  procedures: Procedures,
  client: Client<Row, Input, Changes>,
  nameOf: NameOf<Row>,
) {
  const t = useTranslations('Detail');
  const remove = useHiding(procedures, client.remove, nameOf, (row) => {
    toast.success(t('wasRemoved', { name: nameOf(row) }));
  });
  return { ...useSaving(procedures, client, nameOf), remove };
}

/** The same for rows that can be brought back. */
export function useRestorableActions<Row extends Versioned, Input, Changes>(
  procedures: Procedures,
  client: RestoringClient<Row, Input, Changes>,
  nameOf: NameOf<Row>,
) {
  const t = useTranslations('Detail');
  const restore = useHiding(procedures, client.restore, nameOf, (row) => {
    toast.success(t('wasRestored', { name: nameOf(row) }));
  });
  const remove = useHiding(procedures, client.remove, nameOf, (row) => {
    toast.success(t('wasRemoved', { name: nameOf(row) }), {
      label: t('undo'),
      onPress: () => {
        // Removing was a change, too.
        restore({ ...row, version: row.version + 1 });
      },
    });
  });
  return { ...useSaving(procedures, client, nameOf), remove, restore };
}

function useSaving<Row extends Versioned, Input, Changes>(
  procedures: Procedures,
  client: Client<Row, Input, Changes>,
  nameOf: NameOf<Row>,
) {
  const t = useTranslations('Detail');
  const cache = useRecordCache(procedures);
  const create = useMutation({
    mutationFn: (input: Input) => client.create.mutate(input),
    onSuccess: (row) => {
      toast.success(t('wasCreated', { name: nameOf(row) }));
    },
    onSettled: cache.refresh,
  });
  const update = useMutation({
    mutationFn: ({ row: { id, version }, changes }: Update<Row, Changes>) =>
      client.update.mutate({ id, version, changes }),
    onSuccess: (row) => {
      toast.success(t('wasUpdated', { name: nameOf(row) }));
    },
    onSettled: cache.refresh,
  });
  return { create: create.mutateAsync, update: update.mutateAsync };
}

/** A change that takes a row out of every list, at once and before the server has said yes. */
function useHiding<Row extends Versioned>(
  procedures: Procedures,
  call: Call<{ id: string; version: number }, unknown>,
  nameOf: NameOf<Row>,
  onSuccess: (row: Row) => void,
): (row: Row) => void {
  const cache = useRecordCache(procedures);
  const { mutate } = useMutation({
    mutationFn: ({ id, version }: Row) => call.mutate({ id, version }),
    onMutate: ({ id }) => cache.hide(id),
    onSuccess: (_, row) => {
      onSuccess(row);
    },
    onError: (error, row, show) => {
      show?.();
      cache.explain(error, nameOf(row));
    },
    onSettled: cache.refresh,
  });
  return mutate;
}
