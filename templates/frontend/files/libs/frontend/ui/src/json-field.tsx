'use client';

import { useState } from 'react';

import { TextArea, type TextAreaProps } from './text-area';

export interface JsonFieldProps extends Omit<TextAreaProps, 'value' | 'onValueChange' | 'maxLength'> {
  /** Any JSON value; `undefined` while nothing is entered. */
  readonly value: unknown;
  /** Called with `undefined` for nothing, and with a text that is not JSON as `NotJson`. */
  readonly onValueChange: (value: unknown) => void;
}

/** What was entered and is not JSON (yet): no schema accepts it. */
export class NotJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A JSON value as text, kept as it was typed while it is being typed. */
export function JsonField({ value, onValueChange, ...field }: JsonFieldProps) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: unknown }>();
  // Changed by someone else, such as the form taking over what is there now.
  const text = typed && typed.value === value ? typed.text : toText(value);
  return (
    <TextArea
      {...field}
      monospace
      value={text}
      onValueChange={(next) => {
        const parsed = fromText(next);
        setTyped({ text: next, value: parsed });
        onValueChange(parsed);
      }}
    />
  );
}

function toText(value: unknown): string {
  if (value instanceof NotJson) {
    return value.text;
  }
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}

function fromText(text: string): unknown {
  if (text.trim() === '') {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return new NotJson(text);
  }
}
