'use client';

import type { FieldProps } from './form-field';
import { TextField } from './text-field';

/** A time of day, `10:30:00`, or empty. */
export function TimeField({ value, onValueChange, ...field }: FieldProps<string>) {
  return (
    <TextField
      {...field}
      type="time"
      // Seconds would only be in the way where there are none.
      value={value.replace(/:00$/, '')}
      onValueChange={(time) => {
        onValueChange(/^\d\d:\d\d$/.test(time) ? `${time}:00` : time);
      }}
    />
  );
}
