'use client';

import { Skeleton } from '@golden/ui/skeleton';
import type { LucideIcon } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';

/** So many are fetched to be counted; what goes beyond is only said to be more. */
export const COUNTED = 100;

export interface CountedPage {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

interface CountCardProps {
  readonly href: Route;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly page: CountedPage | undefined;
}

/** How many there are, leading to their list. */
export function CountCard({ href, icon: Icon, label, page }: CountCardProps) {
  const t = useTranslations('Home');
  const locale = useLocale();
  return (
    <Link
      href={href}
      className="border-line bg-surface shadow-card hover:border-edge/60 group rounded-xl border p-4 transition-colors"
    >
      <span className="text-soft flex items-center justify-between gap-2 text-[0.8125rem] font-medium">
        <span className="truncate">{label}</span>
        <span aria-hidden className="bg-tint text-accent grid size-7 shrink-0 place-items-center rounded-lg">
          <Icon className="size-4" />
        </span>
      </span>
      <span className="mt-2 flex h-8 items-center text-2xl font-semibold tracking-tight tabular-nums">
        {page ? text(page) : <Skeleton className="h-5 w-10" />}
      </span>
    </Link>
  );

  function text({ items, nextCursor }: CountedPage): string {
    const count = new Intl.NumberFormat(locale).format(items.length);
    return nextCursor === null ? count : t('more', { count });
  }
}
