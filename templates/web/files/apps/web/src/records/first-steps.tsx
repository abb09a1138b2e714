'use client';

import { buttonClass } from '@golden/ui/button';
import { Card, CardHeader } from '@golden/ui/card';
import { CircleCheck, type LucideIcon } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

import type { CountedPage } from './count-card';

interface Step {
  readonly label: string;
  readonly text: string;
  readonly href: Route;
  readonly icon: LucideIcon;
  readonly page: CountedPage | undefined;
}

/** Where to begin while there is nothing; gone once each step has been taken. */
export function FirstSteps({ steps }: { readonly steps: readonly Step[] }) {
  const t = useTranslations('Home');
  const known = steps.flatMap(({ page, ...step }) => (page ? [{ ...step, done: page.items.length > 0 }] : []));
  const next = known.find(({ done }) => !done);
  if (!next) {
    return null;
  }
  return (
    <div className="mb-6">
      <Card>
        <CardHeader title={t('firstSteps')} />
        <ol className="divide-line divide-y">
          {known.map(({ label, text, href, icon: Icon, done }) => (
            <li key={label} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
              <span
                aria-hidden
                className={
                  done
                    ? 'bg-success-tint text-success grid size-9 shrink-0 place-items-center rounded-lg'
                    : 'bg-tint text-accent grid size-9 shrink-0 place-items-center rounded-lg'
                }
              >
                {done ? <CircleCheck className="size-4.5" /> : <Icon className="size-4.5" />}
              </span>
              <span className="min-w-0 flex-1 basis-40">
                <span className="block font-medium">{label}</span>
                {text ? <span className="text-soft block text-[0.8125rem] text-pretty">{text}</span> : null}
              </span>
              {done ? (
                <span className="text-success text-[0.8125rem] font-medium">{t('stepDone')}</span>
              ) : (
                <Link
                  href={href}
                  aria-label={label}
                  className={buttonClass({ variant: href === next.href ? 'primary' : 'secondary', size: 'sm' })}
                >
                  {t('stepAction')}
                </Link>
              )}
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}
