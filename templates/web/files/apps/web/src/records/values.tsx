'use client';

import { buttonClass } from '@golden/ui/button';
import { skipToken, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { Download, ExternalLink } from 'lucide-react';
import Image from 'next/image';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

import { useFormats } from './use-formats';

const link = 'text-accent underline-offset-3 hover:underline';

export function EmailLink({ value }: { readonly value: string }) {
  return (
    <a href={`mailto:${value}`} className={link}>
      {value}
    </a>
  );
}

/** To another site, which need not know where the reader came from. */
export function WebLink({ value }: { readonly value: string }) {
  return (
    <a href={value} target="_blank" rel="noreferrer" className={`${link} inline-flex max-w-full items-center gap-1.5`}>
      <span className="truncate">{value.replace(/^https?:\/\//, '')}</span>
      <ExternalLink aria-hidden className="size-3.5 shrink-0" />
    </a>
  );
}

/** What is read by machines, such as an id. */
export function CodeText({ children }: { readonly children: string }) {
  return <span className="font-mono text-[0.8125rem]">{children}</span>;
}

export function JsonText({ value }: { readonly value: unknown }) {
  return (
    <pre className="bg-subtle max-h-80 overflow-auto rounded-lg p-3 font-mono text-[0.8125rem] leading-relaxed whitespace-pre-wrap">
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}

/** Bytes that came with the row, to be saved as a file. */
export function BytesLink({ name, content }: { readonly name: string; readonly content: string }) {
  const t = useTranslations('Detail');
  const formats = useFormats();
  return (
    <a href={`data:application/octet-stream;base64,${content}`} download={name} className={buttonClass({ size: 'sm' })}>
      <Download aria-hidden />
      {t('download', { size: formats.bytes(sizeOf(content)) })}
    </a>
  );
}

interface FileContent {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

interface FileLinkProps<Key extends readonly unknown[], Failure> {
  readonly file: { readonly name: string; readonly mediaType: string; readonly size: number };
  /** Fetches its content, which does not come with the row. */
  readonly query: UseQueryOptions<FileContent, Failure, FileContent, Key>;
}

/** A file: an image at once, any other once it is asked for. */
export function FileLink<Key extends readonly unknown[], Failure>({ file, query }: FileLinkProps<Key, Failure>) {
  const t = useTranslations('Detail');
  const formats = useFormats();
  const isImage = file.mediaType.startsWith('image/');
  const [wanted, setWanted] = useState(isImage);
  const { data } = useQuery(wanted ? query : { ...query, queryFn: skipToken });
  const size = formats.bytes(file.size);
  if (!wanted) {
    return (
      <button
        type="button"
        onClick={() => {
          setWanted(true);
        }}
        className={buttonClass({ size: 'sm' })}
      >
        {t('fetch', { name: file.name, size })}
      </button>
    );
  }
  const url = data && `data:${data.mediaType};base64,${data.content}`;
  return (
    <span className="flex flex-col items-start gap-2">
      {isImage && url ? (
        // What is at hand already needs no optimizing.
        <Image
          unoptimized
          src={url}
          alt={file.name}
          width={448}
          height={224}
          className="border-line h-auto max-h-56 w-auto max-w-full rounded-lg border"
        />
      ) : null}
      <a href={url} download={file.name} aria-disabled={url === undefined} className={buttonClass({ size: 'sm' })}>
        <Download aria-hidden />
        <span className="max-w-48 truncate">{file.name}</span>
        <span className="text-soft font-normal">{size}</span>
      </a>
    </span>
  );
}

/** Bytes of a text in base64. */
function sizeOf(content: string): number {
  return (content.length / 4) * 3 - (/=*$/.exec(content)?.[0].length ?? 0);
}
