import type { Metadata } from 'next';
import { regionDay } from '#server/kernel/clock.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../_trpc/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { Callout } from '../../../_ui/callout.tsx';
import { PageHead, Panel, Section } from '../../../_ui/page-head.tsx';
import { mayServeFamilies, type Query, textParam } from '../../duties.ts';
import { MoveForm } from './move-form.tsx';
import { ReceiveForm } from './receive-form.tsx';
import { Batches, Items, Movements } from './stock-tables.tsx';

const path = '/staff/family-planning/stock';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('planningStock.title') };
}

/** What the place can hand out, what will not last, and the lines that add up to it. */
export default async function StockPage({ searchParams }: { searchParams: Query }) {
  const { t, f } = await getText();
  const me = await load(path, getMe());
  const back = { href: '/staff/family-planning', label: t('planning.title') };
  if (!mayServeFamilies(me.roles)) {
    return (
      <>
        <PageHead title={t('planningStock.title')} />
        <Callout tone="plain" title={t('planning.roles')} />
      </>
    );
  }
  const stock = await load(
    path,
    api().familyPlanning.stock.view.query({ cursor: textParam((await searchParams).from) }),
  );
  return (
    <TextProvider areas={['planning', 'planningStock']}>
      <PageHead
        title={t('planningStock.title')}
        back={back}
        lead={t('planningStock.lead')}
        updated={t('kit.updatedAt', { time: f.time(stock.asOf) })}
      />
      <Section title={t('planningStock.there.title')}>
        <Items items={stock.items} />
      </Section>
      {stock.items.length > 0 ? (
        <Section title={t('planningStock.batch.title')}>
          <Batches batches={stock.batches} />
        </Section>
      ) : null}
      {stock.batches.length > 0 ? (
        <Section title={t('planningStock.move.title')}>
          <Panel>
            <MoveForm batches={stock.batches} />
          </Panel>
        </Section>
      ) : null}
      <Section title={t('planningStock.receive.title')}>
        <Panel>
          <ReceiveForm today={regionDay(stock.asOf)} />
        </Panel>
      </Section>
      <Section title={t('planningStock.log.title')} id="log">
        <Movements movements={stock.movements} />
        {stock.next ? (
          <ButtonLink href={`${path}?${new URLSearchParams({ from: stock.next })}#log`} look="second">
            {t('planningStock.log.more')}
          </ButtonLink>
        ) : null}
      </Section>
    </TextProvider>
  );
}
