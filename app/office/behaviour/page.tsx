import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, load } from '../../_trpc/server.ts';
import { EmptyState } from '../../_ui/callout.tsx';
import { PageHead, Row, Section } from '../../_ui/page-head.tsx';
import type { PageInput } from '../../_ui/page-input.ts';
import { FlagTable } from './flag-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('behaviour.title') };
}

/** What looks like more than one person at work, for officials to look into and judge. */
export default async function BehaviourPage({ searchParams }: PageInput) {
  const { t, f } = await getText();
  const show = (await searchParams).show === 'all' ? 'all' : 'open';
  const { flags, rules, asOf } = await load('/office/behaviour', api().behaviour.flags.query({ show }));
  return (
    <TextProvider areas={['behaviour']}>
      <PageHead
        title={t('behaviour.title')}
        lead={t('behaviour.lead')}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <Row>
        {(['open', 'all'] as const).map((which) => (
          <Link
            key={which}
            href={`/office/behaviour?show=${which}`}
            aria-current={which === show ? 'page' : undefined}
            prefetch={false}
          >
            {t(`behaviour.${which}`)}
          </Link>
        ))}
      </Row>
      <Section>
        {flags.length > 0 ? (
          <FlagTable flags={flags} judging />
        ) : (
          <EmptyState title={t('behaviour.empty')}>{t('behaviour.emptyHint')}</EmptyState>
        )}
      </Section>
      <Section>
        <p>{t('behaviour.rules', rules)}</p>
      </Section>
    </TextProvider>
  );
}
