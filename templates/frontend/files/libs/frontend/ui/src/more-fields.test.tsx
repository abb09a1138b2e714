import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';

import { FileField, type ChosenFile, type FileFieldLabels } from './file-field';
import { JsonField, NotJson } from './json-field';
import { NavFolder, NavItem } from './nav';
import { TimeField } from './time-field';

interface HeldProps<T> {
  readonly initial: T;
  readonly children: (field: { value: T; onValueChange: (value: T) => void }) => ReactNode;
}

/** Keeps the value, and shows it. */
function Held<T>({ initial, children }: HeldProps<T>) {
  const [value, setValue] = useState(initial);
  return (
    <>
      {children({ value, onValueChange: setValue })}
      <output>
        {value === undefined ? 'undefined' : value instanceof NotJson ? 'not JSON' : JSON.stringify(value)}
      </output>
    </>
  );
}

const held = () => screen.getByRole('status').textContent;

it('a time of day has seconds, and shows none where there are none', () => {
  render(<Held initial="10:30:00">{(field) => <TimeField label="At" {...field} />}</Held>);
  const input = screen.getByLabelText('At');
  expect(input).toHaveValue('10:30');
  fireEvent.change(input, { target: { value: '11:45' } });
  expect(held()).toBe('"11:45:00"');
  fireEvent.change(input, { target: { value: '' } });
  expect(held()).toBe('""');
});

describe('a JSON field', () => {
  it('tells the value once the text is one', () => {
    render(<Held<unknown> initial={{ a: 1 }}>{(field) => <JsonField label="Settings" {...field} />}</Held>);
    const input = screen.getByRole('textbox', { name: 'Settings' });
    expect(input).toHaveValue('{\n  "a": 1\n}');
    fireEvent.change(input, { target: { value: '{"a":' } });
    expect(held()).toBe('not JSON');
    expect(input).toHaveValue('{"a":');
    fireEvent.change(input, { target: { value: '{"a": [2]}' } });
    expect(held()).toBe('{"a":[2]}');
    expect(input).toHaveValue('{"a": [2]}');
  });

  it('has nothing while it is empty', () => {
    render(<Held<unknown> initial={1}>{(field) => <JsonField label="Settings" {...field} />}</Held>);
    fireEvent.change(screen.getByRole('textbox', { name: 'Settings' }), { target: { value: ' ' } });
    expect(held()).toBe('undefined');
  });

  it('keeps what cannot be read when it is shown again', () => {
    render(<JsonField label="Settings" value={new NotJson('{')} onValueChange={() => undefined} />);
    expect(screen.getByRole('textbox', { name: 'Settings' })).toHaveValue('{');
  });
});

describe('a file field', () => {
  const labels: FileFieldLabels = {
    choose: 'Choose',
    replace: 'Replace',
    remove: 'Remove',
    none: 'No file',
    tooLarge: (name) => `${name} is too large`,
  };
  const photo = new File([new Uint8Array([1, 2, 3])], 'rex.png', { type: 'image/png' });

  it('reads what is chosen, and lets go of it', async () => {
    render(
      <Held<ChosenFile | null> initial={null}>
        {(field) => <FileField label="Photo" maxBytes={10} labels={labels} {...field} />}
      </Held>,
    );
    expect(screen.getByText('No file')).toBeVisible();
    await userEvent.upload(screen.getByLabelText('Photo'), photo);
    expect(await screen.findByText('rex.png')).toBeVisible();
    expect(held()).toBe('{"name":"rex.png","mediaType":"image/png","content":"AQID"}');
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(held()).toBe('null');
  });

  it('takes what is dropped', async () => {
    render(
      <Held<ChosenFile | null> initial={null}>
        {(field) => <FileField label="Photo" maxBytes={10} labels={labels} {...field} />}
      </Held>,
    );
    const zone = screen.getByText('No file');
    fireEvent.dragOver(zone);
    fireEvent.drop(zone, { dataTransfer: { files: [new File(['a'], 'a')] } });
    await waitFor(() => {
      expect(held()).toBe('{"name":"a","mediaType":"application/octet-stream","content":"YQ=="}');
    });
  });

  it('refuses what is too large, and says so', async () => {
    render(
      <Held<ChosenFile | null> initial={null}>
        {(field) => <FileField label="Photo" maxBytes={2} labels={labels} current={{ name: 'old.png' }} {...field} />}
      </Held>,
    );
    await userEvent.upload(screen.getByLabelText('Photo'), photo);
    expect(await screen.findByText('rex.png is too large')).toBeVisible();
    expect(screen.getByText('old.png')).toBeVisible();
    expect(held()).toBe('null');
  });
});

it('a folder of the navigation hides what it holds', async () => {
  function Folder() {
    const [open, setOpen] = useState(false);
    return (
      <NavFolder label="Clinic" open={open} onOpenChange={setOpen}>
        <NavItem render={<a href="/pets" />} icon={null} current>
          Pets
        </NavItem>
      </NavFolder>
    );
  }
  render(<Folder />);
  const folder = screen.getByRole('button', { name: 'Clinic' });
  expect(folder).toHaveAttribute('aria-expanded', 'false');
  expect(screen.queryByRole('link', { name: 'Pets' })).toBeNull();
  await userEvent.click(folder);
  expect(screen.getByRole('link', { name: 'Pets' })).toHaveAttribute('aria-current', 'page');
});
