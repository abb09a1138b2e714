import { buttonClass } from '@golden/ui/button';
import { Plus } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';

/** Leads to the form of a new row. */
export function CreateLink({ href, children }: { readonly href: Route; readonly children: string }) {
  return (
    <Link href={href} className={buttonClass({ variant: 'primary' })}>
      <Plus aria-hidden />
      {children}
    </Link>
  );
}
