import type { Metadata } from 'next';
import { shelves } from '#server/family-planning/schema/desk.ts';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, getMe, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { Callout } from '../../_ui/callout.tsx';
import { LinkTabs } from '../../_ui/link-tabs.tsx';
import { PageHead, Panel, Section } from '../../_ui/page-head.tsx';
import { mayServeFamilies, type Query, textParam } from '../duties.ts';
import css from '../staff.module.css';
import { DeskTable } from './desk-table.tsx';
import { EnrolForm } from './enrol-form.tsx';

const path = '/staff/family-planning';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('planning.title') };
}

/** Who is to be asked, by when; who is late, who is lost, who is served; and whoever comes to the desk. */
export default async function FamilyPlanningPage({ searchParams }: { searchParams: Query }) {
  const { t, f } = await getText();
  const me = await load(path, getMe());
  if (!mayServeFamilies(me.roles)) {
    return (
      <>
        <PageHead title={t('planning.title')} />
        <Callout tone="plain" title={t('planning.roles')} />
      </>
    );
  }
  const query = await searchParams;
  const shelf = shelves.find((one) => one === query.shelf) ?? 'due';
  const found = await load(path, api().familyPlanning.desk.list.query({ shelf, cursor: textParam(query.from) }));
  return (
    <>
      <PageHead
        title={t('planning.title')}
        lead={t('planning.lead')}
        updated={t('kit.updatedAt', { time: f.time(found.asOf) })}
        side={
          <ButtonLink href={`${path}/stock`} look="second">
            {t('planningStock.title')}
          </ButtonLink>
        }
      />
      <LinkTabs
        look="filter"
        className={css.lead}
        label={t('planning.shelf.label')}
        tabs={shelves.map((one) => ({
          href: `${path}?shelf=${one}`,
          text: t(`planning.shelf.${one}`, { count: found.counts[one] }),
          here: one === shelf,
        }))}
      />
      {found.waiting > 0 ? (
        <div className={css.lead}>
          <Callout tone="info">
            <p>{t('planning.waiting', { count: found.waiting })}</p>
          </Callout>
        </div>
      ) : null}
      <DeskTable
        shelf={shelf}
        caption={t(`planning.shelf.${shelf}`, { count: found.counts[shelf] })}
        rows={found.rows}
        asOf={found.asOf}
      />
      {found.next ? (
        <ButtonLink href={`${path}?${new URLSearchParams({ shelf, from: found.next })}`} look="second">
          {t('planning.more')}
        </ButtonLink>
      ) : null}
      <Section title={t('planning.enrol.title')}>
        <Panel>
          <p className={css.lead}>{t('planning.enrol.lead')}</p>
          <TextProvider areas={['planning', 'proxy']}>
            <EnrolForm />
          </TextProvider>
        </Panel>
      </Section>
    </>
  );
}
