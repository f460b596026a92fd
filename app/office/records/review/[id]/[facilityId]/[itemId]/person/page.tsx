import type { Metadata } from 'next';
import { typeWord } from '../../../../../../../_intake/words.ts';
import { getText } from '../../../../../../../_text/server.ts';
import { api, load } from '../../../../../../../_trpc/server.ts';
import { Callout, EmptyState } from '../../../../../../../_ui/callout.tsx';
import { PageHead, Panel, Section, Stack } from '../../../../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../../../../_ui/page-input.ts';
import { Facts, SimpleTable } from '../../../../../../../_ui/table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('review.person.title') };
}

/** Whose a sampled visit is, under a case; each opening of this page is a look that the person sees. */
export default async function ReviewPersonPage({ params }: Pick<PageInput<'id' | 'facilityId' | 'itemId'>, 'params'>) {
  const { id, facilityId, itemId } = await params;
  const { t, f } = await getText();
  const back = `/office/records/review/${id}/${facilityId}/${itemId}`;
  const person = await load(`${back}/person`, api().reviews.person.query({ facilityId, id: itemId }));
  return (
    <>
      <PageHead title={t('review.person.title')} back={{ href: back, label: t('review.item.about') }} />
      <Stack>
        <Callout tone="wait" title={t('review.person.until', { time: f.stamp(person.until) })} />
        <Panel>
          <Facts
            facts={[
              { label: t('review.person.name'), value: `${person.name} · ${t(`me.sex.${person.sex}`)}` },
              { label: t('review.person.birth'), value: person.birthDate || t('review.item.unknown') },
              { label: t('review.person.id'), value: person.idMasked || t('review.item.unknown') },
              { label: t('review.person.visit'), value: person.visit },
              { label: t('review.person.when'), value: f.stamp(person.happenedAt) },
            ]}
          />
        </Panel>
      </Stack>
      <Section title={t('review.item.lines')}>
        <SimpleTable
          caption={t('review.item.lines')}
          rows={person.entries}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('review.person.none')} />}
          columns={[
            { key: 'type', label: t('review.item.type'), cell: (row) => typeWord(t, row.type) },
            { key: 'title', label: t('review.item.what'), wide: true, cell: (row) => row.title || '–' },
            { key: 'text', label: t('review.person.text'), wide: true, cell: (row) => row.text || '–' },
            { key: 'at', label: t('review.person.when'), cell: (row) => (row.startsAt ? f.stamp(row.startsAt) : '–') },
          ]}
        />
      </Section>
    </>
  );
}
