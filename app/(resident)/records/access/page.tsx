import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, load } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/callout.tsx';
import { KeepFresh } from '../../../_ui/keep-fresh.tsx';
import { Column, PageHead } from '../../../_ui/page-head.tsx';
import type { PageInput } from '../../../_ui/page-input.ts';
import { PrivacyLinks } from '../privacy-links.tsx';
import css from '../records.module.css';
import { readWhose } from '../whose.ts';
import { LookLine } from './look-line.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('privacy.look.title') };
}

/** Every look at the person's data by somebody else as it happens, and what one can do about it. */
export default async function AccessPage({ searchParams }: PageInput) {
  const text = await getText();
  const { t, f } = text;
  const whose = await readWhose('/records/access', searchParams);
  const { residentId } = whose;
  const { from } = await searchParams;
  const cursor = typeof from === 'string' ? from : null;
  const { looks, next, asOf } = await load('/records/access', api().cases.looks.query({ residentId, cursor }));
  const older = new URLSearchParams({ ...(whose.query ? { who: residentId } : {}), from: next ?? '' });
  return (
    <Column>
      <PageHead
        title={t('privacy.look.title')}
        lead={t('privacy.look.lead')}
        back={{ href: `/records${whose.query}`, label: t('records.title') }}
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      {cursor ? null : <KeepFresh everyMs={4000} />}
      <PrivacyLinks whose={whose} here="/records/access" />
      <TextProvider areas={['privacy']}>
        {looks.length === 0 ? (
          <EmptyState title={t('privacy.look.empty')}>{t('privacy.look.emptyText')}</EmptyState>
        ) : (
          <ol className={css.timeline}>
            {looks.map((look) => (
              <li key={look.id} className={css.look} data-glass={look.reason === 'glass' ? '' : undefined}>
                <LookLine {...{ look, text, residentId, query: whose.query }} />
              </li>
            ))}
          </ol>
        )}
      </TextProvider>
      {next ? (
        <ButtonLink href={`/records/access?${older}`} look="second">
          {t('privacy.older')}
        </ButtonLink>
      ) : null}
    </Column>
  );
}
