import type { Metadata } from 'next';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api } from '../../_trpc/server.ts';
import { Column, PageHead } from '../../_ui/page-head.tsx';
import type { PageInput } from '../../_ui/page-input.ts';
import css from './care.module.css';
import { CareFlow } from './care-flow.tsx';
import { regionOf } from './origin.ts';
import { readPatients } from './patients.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('care.title') };
}

/** Where somebody begins who does not know where to go. */
export default async function CarePage({ searchParams }: PageInput) {
  const { t } = await getText();
  const [patients, { children }] = await Promise.all([readPatients(), api().facilities.regions.query({})]);
  const head = (
    <>
      <PageHead title={t('care.title')} lead={t('care.lead')} />
      <p className={css.urgent}>
        {t('care.urgent')} <a href="tel:120">120</a>
      </p>
    </>
  );
  return (
    <Column>
      <TextProvider areas={['care', 'careBody', 'me', 'find']}>
        <CareFlow
          {...{ patients, head, cities: children.map(({ code, name }) => ({ code, name })) }}
          region={regionOf(await searchParams)}
        />
      </TextProvider>
    </Column>
  );
}
