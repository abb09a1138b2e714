import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { testLocale, texts } from './app';

/** The field of a label, whether it is marked as required or not. */
export function field(label: string): HTMLElement {
  return screen.getByLabelText(named(label));
}

/** Enters a value, in place of the one that is there. */
export async function fill(label: string, value: string): Promise<void> {
  const input = field(label);
  if (['date', 'time', 'datetime-local'].includes(input.getAttribute('type') ?? '') || value.startsWith('{')) {
    fireEvent.change(input, { target: { value } });
    return;
  }
  await userEvent.clear(input);
  await userEvent.type(input, value);
  await userEvent.tab();
}

/** Picks an option by its text, or the first one. */
export async function pick(label: string, option: string | undefined): Promise<void> {
  await userEvent.click(screen.getByRole('combobox', { name: named(label) }));
  const [first] = await screen.findAllByRole('option', option === undefined ? {} : { name: option });
  if (first) {
    await userEvent.click(first);
  }
}

export async function upload(label: string, file: File): Promise<void> {
  await userEvent.upload(field(label), file);
  // Its content is read meanwhile.
  await screen.findByText((text) => text === file.name || text === texts.Form.file.there);
}

/** A number as one enters it in the language of the tests: `1.5` is `1,5` in German. */
export function inWords(number: string): string {
  return number.replace('.', new Intl.NumberFormat(testLocale).format(1.5).slice(1, 2));
}

function named(label: string): RegExp {
  return new RegExp(`^${escape(label)}\\*?$`);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
