import type { Metadata } from 'next';
import { getText, type Text } from '../../../_text/server.ts';
import { api, load } from '../../../_trpc/server.ts';
import { EmptyState } from '../../../_ui/callout.tsx';
import { PageHead } from '../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('me.access') };
}

/** Every look at the person's data by somebody else: when, who, what and why. */
export default async function AccessPage() {
  const text = await getText();
  const { t, f } = text;
  const rows = await load('/me/access', api().access.listAccess.query());
  return (
    <>
      <PageHead
        title={t('me.access')}
        lead={t('me.accessLead')}
        back={{ href: '/me', label: t('me.title') }}
        updated={t('kit.updatedAt', { time: f.time(new Date()) })}
      />
      <SimpleTable
        caption={t('me.access')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('me.accessEmpty')}>{t('me.accessEmptyHint')}</EmptyState>}
        columns={[
          { key: 'when', label: t('me.accessWhen'), cell: (row) => f.stamp(row.at) },
          {
            key: 'who',
            label: t('me.accessWho'),
            cell: (row) =>
              [row.facilityName, row.actorName, word(text, 'me.actor', row.actorKind)].filter(Boolean).join(' · '),
          },
          { key: 'what', label: t('me.accessWhat'), cell: (row) => word(text, 'me.what', row.what) },
          { key: 'why', label: t('me.accessWhy'), cell: (row) => word(text, 'me.why', row.reason) },
        ]}
      />
    </>
  );
}

/** A known word in the reader's language; anything else as it was recorded. */
function word({ t }: Pick<Text, 't'>, group: 'me.actor' | 'me.what' | 'me.why', value: string): string {
  const key = `${group}.${value.split(':')[0]}` as 'me.actor.staff';
  return t.has(key) ? t(key) : value;
}
