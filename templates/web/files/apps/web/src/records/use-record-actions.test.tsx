import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { refusal, renderApp, texts } from '@/testing/app';
import { id } from '@/testing/rows';

import { useRestorableActions } from './use-record-actions';

interface Pet {
  readonly id: string;
  readonly version: number;
}

const rex: Pet = { id, version: 3 };
const filter = () => ({ queryKey: ['pets'] });
const procedures = { pathFilter: filter, list: { pathFilter: filter } };
const remove = vi.fn<() => Promise<unknown>>();
const restore = vi.fn<(input: Pet) => Promise<Pet>>();
const client = {
  create: { mutate: () => Promise.resolve(rex) },
  update: { mutate: () => Promise.resolve(rex) },
  remove: { mutate: remove },
  restore: { mutate: restore },
};
const nameOf = () => 'Rex';
const named = (text: string) => text.replace('{name}', 'Rex');

function Actions() {
  const actions = useRestorableActions(procedures, client, nameOf);
  return (
    <>
      <button
        type="button"
        onClick={() => {
          actions.remove(rex);
        }}
      >
        remove
      </button>
      <button
        type="button"
        onClick={() => {
          void actions.create({}).then((row) => actions.update({ row, changes: {} }));
        }}
      >
        save
      </button>
    </>
  );
}

beforeEach(() => {
  vi.resetAllMocks();
});

it('a row that was deleted can be taken back at once', async () => {
  remove.mockResolvedValue(null);
  restore.mockResolvedValue(rex);
  renderApp(<Actions />, {});
  await userEvent.click(screen.getByRole('button', { name: 'remove' }));
  await userEvent.click(await screen.findByRole('button', { name: texts.Detail.undo }));
  await waitFor(() => {
    expect(restore).toHaveBeenCalledWith({ id, version: 4 });
  });
  expect((await screen.findAllByText(named(texts.Detail.wasRestored))).length).toBeGreaterThan(0);
});

it.each([
  ['IN_USE', texts.Detail.inUse],
  ['CONFLICT', texts.Detail.conflict],
  ['UNKNOWN', texts.Detail.failed],
])('says why a row could not be deleted: %s', async (reason, text) => {
  remove.mockRejectedValue(refusal({ code: 'PRECONDITION_FAILED', reason }));
  renderApp(<Actions />, {});
  await userEvent.click(screen.getByRole('button', { name: 'remove' }));
  expect((await screen.findAllByText(named(text))).length).toBeGreaterThan(0);
});

it('says that a row was added, and that it was saved', async () => {
  renderApp(<Actions />, {});
  await userEvent.click(screen.getByRole('button', { name: 'save' }));
  expect((await screen.findAllByText(named(texts.Detail.wasCreated))).length).toBeGreaterThan(0);
  expect((await screen.findAllByText(named(texts.Detail.wasUpdated))).length).toBeGreaterThan(0);
});
