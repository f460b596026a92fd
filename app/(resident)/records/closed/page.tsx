import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { wordFault } from '../../../_text/fault-text.ts';
import { getText } from '../../../_text/server.ts';
import { api } from '../../../_trpc/server.ts';
import { troubleOf } from '../../../_trpc/trouble.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { Column, PageHead } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { readWhose } from '../whose.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('privacy.closedTitle') };
}

/** A record that its person does not open to the visitor: which rule closes it, and what to do. */
export default async function ClosedPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const whose = await readWhose('/records/closed', searchParams);
  const trouble = await api()
    .records.sources.query({ residentId: whose.residentId })
    .then(() => null, troubleOf);
  if (trouble?.code !== 'refused') redirect(`/records${whose.query}`);
  const { lines } = wordFault(t, f, trouble);
  return (
    <Column>
      <PageHead
        title={whose.people.find((one) => one.id === whose.residentId)?.name ?? t('records.title')}
        back={{ href: '/records', label: t('records.title') }}
      />
      <Callout tone="plain" title={t('privacy.closedTitle')}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          <Link href="/me/family" prefetch={false}>
            {t('me.family')}
          </Link>
        </p>
      </Callout>
    </Column>
  );
}
