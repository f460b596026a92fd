import type { Metadata } from 'next';
import type { ItemOutput } from '#server/reviews/schema.ts';
import { getText } from '../../../../../../_text/server.ts';
import { TextProvider } from '../../../../../../_text/text-provider.tsx';
import { api, load } from '../../../../../../_trpc/server.ts';
import { Callout, EmptyState } from '../../../../../../_ui/callout.tsx';
import { PageHead, Panel, Section, Stack } from '../../../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../../../_ui/page-input.ts';
import { AddFinding } from './add-finding.tsx';
import { FindingCard } from './finding-card.tsx';
import { PersonPart } from './person-part.tsx';
import { SheetFacts, SheetTable } from './sheet-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('review.title') };
}

/** A sampled visit without whose it is, what is wrong with it, and what the hospital sent since. */
export default async function ReviewItemPage({ params }: Pick<PageInput<'id' | 'facilityId' | 'itemId'>, 'params'>) {
  const { id, facilityId, itemId } = await params;
  const { t, f } = await getText();
  const back = `/office/records/review/${id}/${facilityId}`;
  const item = await load(`${back}/${itemId}`, api().reviews.item.query({ facilityId, id: itemId }));
  const quality = item.review.purpose === 'quality';
  return (
    <TextProvider areas={['review']}>
      <PageHead
        title={t('review.item.title', { facility: item.facility.name, number: item.number })}
        back={{ href: back, label: item.review.title }}
        lead={t('review.item.lead')}
        updated={t('kit.updatedAt', { time: f.time(item.asOf) })}
      />
      {item.sheet ? <SheetFacts sheet={item.sheet} /> : <Callout tone="plain" title={t('review.item.gone')} />}
      {quality ? <Findings item={item} itemId={itemId} /> : null}
      {item.later && item.laterAt ? (
        <Section title={t('review.item.now')}>
          <Stack>
            <p>{t('review.item.nowLead', { time: f.stamp(item.laterAt) })}</p>
            <SheetTable sheet={item.later} caption={t('review.item.now')} />
          </Stack>
        </Section>
      ) : null}
      {item.sheet ? (
        <Section title={t('review.item.lines')}>
          <Stack>
            {item.later ? <p>{t('review.item.thenLead', { time: f.stamp(item.sheetAt) })}</p> : null}
            <SheetTable sheet={item.sheet} caption={t('review.item.lines')} />
          </Stack>
        </Section>
      ) : null}
      {quality && item.mayJudge ? (
        <PersonPart facilityId={facilityId} itemId={itemId} path={`${back}/${itemId}/person`} until={item.caseUntil} />
      ) : null}
    </TextProvider>
  );
}

async function Findings({ item, itemId }: { item: ItemOutput; itemId: string }) {
  const { t } = await getText();
  const lines = item.sheet?.lines ?? [];
  return (
    <Section title={t('review.item.findings')}>
      <Stack>
        {item.findings.length === 0 ? (
          <EmptyState title={t('review.item.noFindings')}>{t('review.item.noFindingsText')}</EmptyState>
        ) : (
          item.findings.map((one) => (
            <FindingCard
              key={one.id}
              one={one}
              line={one.line === null ? null : (lines[one.line] ?? null)}
              now={item.asOf}
            />
          ))
        )}
        {item.mayJudge && item.sheet ? (
          <Panel>
            <AddFinding
              facilityId={item.facility.id}
              itemId={itemId}
              lines={lines.map(({ type, title }) => ({ type, title }))}
            />
          </Panel>
        ) : null}
      </Stack>
    </Section>
  );
}
