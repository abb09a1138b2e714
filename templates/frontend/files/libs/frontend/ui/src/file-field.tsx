'use client';

import { Field } from '@base-ui/react/field';
import { File as FileIcon, X } from 'lucide-react';
import { useState, type DragEvent } from 'react';

import { buttonClass } from './button';
import { FormField, type FieldProps } from './form-field';
import { IconButton } from './icon-button';

/** A file as it is sent: its content as base64. */
export interface ChosenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

export interface FileFieldLabels {
  readonly choose: string;
  readonly replace: string;
  readonly remove: string;
  readonly none: string;
  readonly tooLarge: (name: string) => string;
}

export interface FileFieldProps extends FieldProps<ChosenFile | null> {
  /** What is there already, while nothing else is chosen. */
  readonly current?: { readonly name: string } | null | undefined;
  /** Media types, separated by commas. */
  readonly accept?: string | undefined;
  readonly maxBytes: number;
  readonly labels: FileFieldLabels;
}

/** A file from the device: chosen, or dropped here. */
export function FileField({
  label,
  hint,
  error,
  required,
  disabled,
  value,
  onValueChange,
  inputRef,
  onBlur,
  name,
  current,
  accept,
  maxBytes,
  labels,
}: FileFieldProps) {
  const [problem, setProblem] = useState<string>();
  const shown = value ?? current;

  async function take(file: File | undefined) {
    if (!file) {
      return;
    }
    if (file.size > maxBytes) {
      setProblem(labels.tooLarge(file.name));
      return;
    }
    setProblem(undefined);
    onValueChange({ name: file.name, mediaType: file.type || 'application/octet-stream', content: await base64(file) });
  }

  return (
    <FormField label={label} hint={hint} error={problem ?? error} required={required} disabled={disabled}>
      <div
        onDragOver={(event: DragEvent) => {
          event.preventDefault();
        }}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          void take(event.dataTransfer.files[0]);
        }}
        className="border-edge/60 bg-surface has-focus-visible:border-accent flex min-h-14 items-center gap-3 rounded-lg border border-dashed p-2.5 pl-3"
      >
        <Preview file={value} />
        <span className={shown ? 'min-w-0 flex-1 truncate' : 'text-soft min-w-0 flex-1 truncate'}>
          {shown ? shown.name : labels.none}
        </span>
        {shown && !required && !disabled ? (
          <IconButton
            label={labels.remove}
            onClick={() => {
              setProblem(undefined);
              onValueChange(null);
            }}
          >
            <X aria-hidden />
          </IconButton>
        ) : null}
        <label
          className={disabled ? 'hidden' : 'has-focus-visible:outline-accent rounded-lg has-focus-visible:outline-2'}
        >
          <Field.Control
            ref={inputRef}
            type="file"
            name={name}
            accept={accept}
            aria-required={required}
            onBlur={onBlur}
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              // So that the same file can be chosen once more.
              event.currentTarget.value = '';
            }}
            className="sr-only"
          />
          <span aria-hidden className={buttonClass({ size: 'sm' })}>
            {shown ? labels.replace : labels.choose}
          </span>
        </label>
      </div>
    </FormField>
  );
}

function Preview({ file }: { readonly file: ChosenFile | null }) {
  return file?.mediaType.startsWith('image/') ? (
    <img
      alt=""
      src={`data:${file.mediaType};base64,${file.content}`}
      className="border-line size-9 shrink-0 rounded-md border object-cover"
    />
  ) : (
    <FileIcon aria-hidden className="text-soft size-4 shrink-0" />
  );
}

/** A data URL is the browser's own way to base64. */
function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error(`${file.name} could not be read`));
    };
    reader.readAsDataURL(file);
  });
}
