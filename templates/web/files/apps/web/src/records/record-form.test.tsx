import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

import { refusal, renderApp, texts } from '@/testing/app';
import { field, fill } from '@/testing/form';
import { router } from '@/testing/navigation';
import { id } from '@/testing/rows';

import { DecimalInput, TextInput } from './inputs';
import { RecordForm } from './record-form';
import { Breadcrumb } from './record-page';
import { useRecordEditor } from './use-record-editor';

const schema = z.strictObject({
  name: z.string().trim().min(1).max(20),
  chip: z.uuid().nullable().default(null),
  weight: z.string().nullable().default(null),
});
type Values = z.input<typeof schema>;

interface Pet {
  readonly id: string;
  readonly name: string;
  readonly chip: string | null;
  readonly weight: string | null;
}

const rex: Pet = { id, name: 'Rex', chip: null, weight: '31.50' };
const toValues = ({ name, chip, weight }: Pet): Partial<Values> => ({ name, chip, weight });

const create = vi.fn<(input: z.output<typeof schema>) => Promise<Pet>>();
const update = vi.fn<(update: { row: Pet; changes: Partial<z.output<typeof schema>> }) => Promise<Pet>>();
const read = vi.fn<(id: string) => Promise<Pet>>();

function PetForm({ row }: { readonly row?: Pet }) {
  const { control, frame } = useRecordEditor({
    path: '/pets',
    schema,
    row,
    blank: { name: '', chip: null, weight: null },
    toValues,
    actions: { create, update },
    read,
  });
  return (
    <>
      <Breadcrumb href="/pets">Pets</Breadcrumb>
      <RecordForm {...frame}>
        <TextInput control={control} name="name" label="Name" required />
        <TextInput control={control} name="chip" label="Chip" />
        <DecimalInput control={control} name="weight" label="Weight" scale={2} />
      </RecordForm>
    </>
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  vi.resetAllMocks();
});

describe('a new row', () => {
  it('is checked before the server is asked, and the first mistake has the focus', async () => {
    renderApp(<PetForm />, {});
    await userEvent.type(field('Chip'), 'x');
    await press(texts.Form.create);
    await waitFor(() => {
      expect(field('Name')).toHaveAccessibleDescription(texts.Problem.required);
    });
    expect(field('Name')).toHaveFocus();
    expect(field('Chip')).toHaveAccessibleDescription(texts.Problem.format);
    expect(create).not.toHaveBeenCalled();
  });

  it('is created, and shown', async () => {
    create.mockResolvedValue(rex);
    renderApp(<PetForm />, {});
    await userEvent.type(field('Name'), ' Rex ');
    await press(texts.Form.create);
    await waitFor(() => {
      expect(router.push).toHaveBeenCalledWith(`/pets/${id}`);
    });
    expect(create).toHaveBeenCalledWith({ name: 'Rex', chip: null, weight: null });
  });

  it('can be given up', async () => {
    renderApp(<PetForm />, {});
    await press(texts.Form.cancel);
    expect(router.push).toHaveBeenCalledWith('/pets');
  });
});

describe('a row that is edited', () => {
  it('sends only what was changed', async () => {
    update.mockResolvedValue(rex);
    renderApp(<PetForm row={rex} />, {});
    await userEvent.type(field('Name'), 'i');
    await press(texts.Form.save);
    await waitFor(() => {
      expect(update).toHaveBeenCalledWith({ row: rex, changes: { name: 'Rexi' } });
    });
  });

  it('shows at the field what the server says about it', async () => {
    const fields = [{ field: 'chip', code: 'taken', message: '' }];
    update.mockRejectedValue(refusal({ code: 'CONFLICT', reason: 'TAKEN', fields }));
    renderApp(<PetForm row={rex} />, {});
    await userEvent.type(field('Chip'), '7b0b8f4e-0a1c-4a52-8c1e-0d9a4d1f2b3c');
    await press(texts.Form.save);
    await waitFor(() => {
      expect(field('Chip')).toHaveAccessibleDescription(texts.Problem.taken);
    });
    expect(router.push).not.toHaveBeenCalled();
  });

  it('takes over what someone else has changed, and keeps what was changed here', async () => {
    const theirs = { ...rex, name: 'Rexus', weight: '30.00' };
    update.mockRejectedValueOnce(refusal({ code: 'CONFLICT', reason: 'CONFLICT' })).mockResolvedValue(theirs);
    read.mockResolvedValue(theirs);
    renderApp(<PetForm row={rex} />, {});
    await userEvent.type(field('Name'), 'i');
    await press(texts.Form.save);
    await userEvent.click(await screen.findByRole('button', { name: texts.Form.reload }));
    await waitFor(() => {
      expect(field('Weight')).toHaveValue('30');
    });
    expect(field('Name')).toHaveValue('Rexi');
    await press(texts.Form.save);
    await waitFor(() => {
      expect(update).toHaveBeenLastCalledWith({ row: theirs, changes: { name: 'Rexi' } });
    });
  });

  it.each([
    ['FORBIDDEN', texts.Form.forbidden],
    ['INTERNAL_SERVER_ERROR', texts.Form.failed],
  ])('says what %s means, and loses nothing', async (code, text) => {
    update.mockRejectedValue(refusal({ code }));
    renderApp(<PetForm row={rex} />, {});
    await userEvent.type(field('Name'), 'i');
    await press(texts.Form.save);
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
    expect(field('Name')).toHaveValue('Rexi');
  });

  it('asks before a link throws away what was entered', async () => {
    renderApp(<PetForm row={rex} />, {});
    await fill('Name', 'Rexi');
    const leave = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leave);
    expect(leave.defaultPrevented).toBe(true);
    await userEvent.click(screen.getByRole('link', { name: /Pets/ }));
    expect(await screen.findByRole('alertdialog', { name: texts.Form.unsaved.title })).toBeVisible();
    await press(texts.Form.unsaved.leave);
    expect(router.push).toHaveBeenCalledWith('/pets');
  });
});
