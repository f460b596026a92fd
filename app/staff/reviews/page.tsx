import type { Metadata } from 'next';
import type { OwnRow } from '#server/reviews/schema.ts';
import { FindingHead } from '../../_review/finding-head.tsx';
import { FindingSteps } from '../../_review/finding-steps.tsx';
import { Pages } from '../../_review/pages.tsx';
import { getText } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, getMe, load } from '../../_trpc/server.ts';
import { Callout, EmptyState } from '../../_ui/callout.tsx';
import { LinkTabs } from '../../_ui/link-tabs.tsx';
import { PageHead, Panel, Section, Stack } from '../../_ui/page-head.tsx';
import { mayMendRecords, type Query, textParam } from '../duties.ts';
import { AnswerFinding } from './answer-finding.tsx';

const path = '/staff/reviews';
const shelves = ['open', 'done'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('review.own.title') };
}

/** What officials found in sampled records of the own facility, to be mended and answered. */
export default async function OwnFindingsPage({ searchParams }: { searchParams: Query }) {
  const { t, f } = await getText();
  const me = await load(path, getMe());
  if (!mayMendRecords(me.roles)) {
    return (
      <>
        <PageHead title={t('review.own.title')} />
        <Callout tone="plain" title={t('review.own.onlyManager')} />
      </>
    );
  }
  const query = await searchParams;
  const shelf = query.shelf === 'done' ? 'done' : 'open';
  const from = textParam(query.cursor);
  const own = await load(path, api().reviews.own.query({ shelf, cursor: from }));
  return (
    <TextProvider areas={['review']}>
      <PageHead
        title={t('review.own.title')}
        lead={t('review.own.lead')}
        updated={t('kit.updatedAt', { time: f.time(own.asOf) })}
      />
      <Stack>
        {own.counts.overdue > 0 ? (
          <Callout tone="stop" title={t('review.own.overdue', { n: own.counts.overdue })} />
        ) : null}
        <LinkTabs
          look="filter"
          label={t('review.own.title')}
          tabs={shelves.map((one) => ({
            href: `${path}?shelf=${one}`,
            text: `${t(`review.own.shelf.${one}`)} ${f.number(own.counts[one])}`,
            here: one === shelf,
          }))}
        />
      </Stack>
      <Section>
        <Stack>
          {own.findings.length === 0 ? (
            <EmptyState title={t(`review.own.empty.${shelf}`)}>{t('review.own.emptyText')}</EmptyState>
          ) : (
            own.findings.map((one) => <OwnFinding key={one.id} one={one} />)
          )}
          <Pages path={path} query={{ shelf }} later={from !== undefined} next={own.next} />
        </Stack>
      </Section>
    </TextProvider>
  );
}

async function OwnFinding({ one }: { one: OwnRow }) {
  const { t, f } = await getText();
  const kind = t(`review.kind.${one.kind as 'outpatient'}`);
  return (
    <Panel>
      <Stack>
        <p>
          <b>{t('review.own.visit', { kind, id: one.sourceId })}</b> · {f.stamp(one.happenedAt)}
        </p>
        <FindingHead
          one={one}
          line={one.lineType ? { type: one.lineType, title: one.lineTitle } : null}
          overdue={one.overdue}
        />
        <p>
          {t('review.own.from', { office: one.office, title: one.reviewTitle })} ·{' '}
          {one.newerAt ? t('review.own.newer', { time: f.stamp(one.newerAt) }) : t('review.own.notNewer')}
        </p>
        {one.moves.includes('answer') ? <AnswerFinding id={one.id} /> : null}
        <FindingSteps steps={one.steps} />
      </Stack>
    </Panel>
  );
}
