'use client';

import { Button } from '@golden/ui/button';
import { useTranslations } from 'next-intl';

import type { Column } from './column';

/** The column that brings a deleted row back. */
export function useRestoreColumn<Row>(restore: (row: Row) => void): Column<Row> {
  const t = useTranslations('Detail');
  return {
    id: 'restore',
    header: t('removed'),
    align: 'end',
    cell: (row) => (
      <Button
        size="sm"
        onClick={() => {
          restore(row);
        }}
      >
        {t('restore')}
      </Button>
    ),
  };
}
