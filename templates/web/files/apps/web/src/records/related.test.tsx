import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm, useWatch } from 'react-hook-form';
import { describe, expect, it, vi } from 'vitest';

import { ada, renderApp, texts } from '@/testing/app';
import { pick } from '@/testing/form';
import { id, otherId, pageOf } from '@/testing/rows';

import { History } from './history';
import { RelationInput } from './inputs';
import { RecordTabs } from './record-tabs';
import { RelatedList } from './related-list';
import { useRelationSource } from './relation';
import { useRestoreColumn } from './restore-column';

interface Row {
  readonly id: string;
  readonly name: string;
}

const columns = [{ id: 'name', header: 'Name', cell: ({ name }: Row) => name }];
const list = {
  label: 'Pets',
  columns,
  href: (row: Row) => `/pets/${row.id}`,
  emptyTitle: 'No pets',
  allHref: '/pets?ownerId=1',
};
const refetch = vi.fn();

describe('rows that belong to another one', () => {
  it('lead to their pages, and to all of them where there are more', () => {
    const data = { items: [{ id, name: 'Rex' }], nextCursor: 'more' };
    const create = { href: '/pets/new?ownerId=1', label: 'New pet' };
    renderApp(<RelatedList {...list} create={create} result={{ data, isError: false, refetch }} />, {});
    expect(screen.getByRole('link', { name: 'Rex' })).toHaveAttribute('href', `/pets/${id}`);
    expect(screen.getByRole('link', { name: texts.List.all })).toHaveAttribute('href', '/pets?ownerId=1');
    expect(screen.getByRole('link', { name: 'New pet' })).toHaveAttribute('href', '/pets/new?ownerId=1');
  });

  it('may be none', () => {
    renderApp(<RelatedList {...list} result={{ data: pageOf<Row>(), isError: false, refetch }} />, {});
    expect(screen.getByText('No pets')).toBeVisible();
  });

  it('say that they are loading, and that they could not be loaded', async () => {
    renderApp(
      <>
        <RelatedList {...list} result={{ data: undefined, isError: false, refetch }} />
        <RelatedList {...list} result={{ data: undefined, isError: true, refetch }} />
      </>,
      {},
    );
    expect(screen.getByRole('status', { name: texts.List.loading })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: texts.List.retry }));
    expect(refetch).toHaveBeenCalledOnce();
  });
});

describe('a history', () => {
  const at = '2026-01-02T10:00:00.000Z';

  it('tells who changed what', () => {
    const changes = [
      { field: 'ownerId', from: null, to: 'o-2' },
      { field: 'tagIds', from: ['a'], to: [] },
    ];
    const data = [
      { id: '2', action: 'update' as const, userId: ada.id, at, changes },
      { id: '1', action: 'create' as const, userId: 'mei-lindqvist', at, changes: [] },
    ];
    renderApp(<History result={{ data, isError: false, refetch }} fields={{ owner: 'Owner' }} />, {});
    expect(screen.getByText('Owner')).toBeVisible();
    expect(screen.getByText('["a"]')).toBeVisible();
    const you = texts.History.update.replace('{who}', texts.History.you);
    const someone = texts.History.someone.replace('{id}', 'mei-lind');
    expect(screen.getByText(you)).toBeVisible();
    expect(screen.getByText(texts.History.create.replace('{who}', someone))).toBeVisible();
  });

  it('may be empty, on its way, or out of reach', () => {
    renderApp(
      <>
        <History result={{ data: [], isError: false, refetch }} fields={{}} />
        <History result={{ data: undefined, isError: false, refetch }} fields={{}} />
        <History result={{ data: undefined, isError: true, refetch }} fields={{}} />
      </>,
      {},
    );
    expect(screen.getByText(texts.History.empty)).toBeVisible();
    expect(screen.getByRole('status', { name: texts.List.loading })).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent(texts.List.failed);
  });
});

const query = vi.fn((input: { readonly search?: string; readonly ids?: string[] }) =>
  Promise.resolve((input.ids ?? [id]).filter((each) => each === id).map((each) => ({ id: each, label: 'ada' }))),
);

function OwnerInput({ preset }: { readonly preset: string }) {
  const { control } = useForm<{ ownerId: string }>({ defaultValues: { ownerId: preset } });
  const source = useRelationSource({ pathKey: () => ['owners'] }, { options: { query } }, (label) =>
    label.toUpperCase(),
  );
  return (
    <>
      <RelationInput control={control} name="ownerId" label="Owner" source={source} initial={undefined} />
      <output>{JSON.stringify(useWatch({ control }))}</output>
    </>
  );
}

describe('a row that is picked', () => {
  it('is found by what it is called', async () => {
    renderApp(<OwnerInput preset="" />, {});
    await pick('Owner', 'ADA');
    expect(screen.getByText(`{"ownerId":"${id}"}`)).toBeVisible();
  });

  it.each([
    [id, 'ADA'],
    [otherId, '00000000'],
  ])('is named where only its id is known: %s', async (preset, name) => {
    renderApp(<OwnerInput preset={preset} />, {});
    await waitFor(() => {
      expect(screen.getByRole('combobox', { name: 'Owner' })).toHaveValue(name);
    });
  });
});

it('the address keeps which tab is open', async () => {
  const tab = (name: string) => ({ id: name, label: name, content: <p>{`about ${name}`}</p> });
  renderApp(<RecordTabs tabs={[tab('visits'), tab('history')]} />, {});
  await userEvent.click(screen.getByRole('tab', { name: 'history' }));
  expect(await screen.findByText('about history')).toBeVisible();
  expect(window.location.search).toBe('?tab=history');
  await userEvent.click(screen.getByRole('tab', { name: 'visits' }));
  expect(window.location.search).toBe('');
});

it('a deleted row is brought back from its list', async () => {
  const restore = vi.fn();
  function Cell() {
    return <>{useRestoreColumn<Row>(restore).cell({ id, name: 'Rex' })}</>;
  }
  renderApp(<Cell />, {});
  await userEvent.click(screen.getByRole('button', { name: texts.Detail.restore }));
  expect(restore).toHaveBeenCalledWith({ id, name: 'Rex' });
});
