import type { Metadata } from 'next';
import { getText } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { troubleOf } from '../../../_trpc/trouble.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { PageHead } from '../../../_ui/page-head.tsx';
import { type Query, textParam } from '../../duties.ts';
import { ChooseNext } from './choose-next.tsx';
import { ComingVisits } from './coming-visits.tsx';
import { Over } from './over.tsx';
import { personLine } from './person-line.ts';
import { stepOf } from './steps.ts';
import { Waits } from './waits.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('proxy.title') };
}

/** One person's wish, step by step: hospital, department, day, time. Each step has an address, so back goes back. */
export default async function ProxyForPage({ searchParams }: { searchParams: Query }) {
  const { t, f } = await getText();
  const query = await searchParams;
  const ask = textParam(query.ask) ?? '';
  const asked = await load('/staff/proxy', find(ask));
  if ('trouble' in asked) return <Over trouble={asked.trouble} />;
  return (
    <>
      <PageHead
        title={t('proxy.forTitle', { name: asked.person.name })}
        back={{ href: '/staff/proxy', label: t('proxy.title') }}
        lead={await personLine(asked)}
        updated={t('kit.updatedAt', { time: f.time(asked.asOf) })}
      />
      {textParam(query.registered) ? <Callout tone="good" title={t('proxy.registered')} /> : null}
      <ComingVisits visits={asked.coming} ask={ask} />
      <Waits ask={ask} />
      <ChooseNext step={stepOf(query, asked.countyCode)} />
    </>
  );
}

/** Whose time is over is told so on this page; other failures go the usual way. */
async function find(ask: string) {
  try {
    return await api().proxy.person.query({ ask });
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble?.code === 'refused' || trouble?.code === 'invalid') return { trouble };
    throw error;
  }
}
