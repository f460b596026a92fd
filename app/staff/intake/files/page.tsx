import type { Metadata } from 'next';
import { bytesMost, rowsMost } from '#server/his-sync/flat/schema.ts';
import { getText } from '../../../_text/server.ts';
import { TextProvider } from '../../../_text/text-provider.tsx';
import { api, getMe, load } from '../../../_trpc/server.ts';
import { Callout } from '../../../_ui/callout.tsx';
import { PageHead, Section } from '../../../_ui/page-head.tsx';
import { Pager, pageParam, pagesOf } from '../../../_ui/pager.tsx';
import type { Query } from '../../duties.ts';
import { IntakeTabs } from '../intake-tabs.tsx';
import { FileKey } from './file-key.tsx';
import { FileTable } from './file-table.tsx';
import css from './files.module.css';
import { UploadForm } from './upload-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('files.title') };
}

/** Tables that the hospital sends, and what came of each. */
export default async function FilesPage({ searchParams }: { searchParams: Query }) {
  const { t, f } = await getText();
  const page = pageParam((await searchParams).page);
  const [found, me] = await Promise.all([
    load('/staff/intake/files', api().hisSync.files.list.query({ page })),
    load('/staff/intake/files', getMe()),
  ]);
  const facility = me.kind === 'staff' ? me.facility : null;
  return (
    <TextProvider areas={['files']}>
      <div className={css.page}>
        <PageHead
          title={t('files.title')}
          lead={t('files.lead')}
          updated={t('kit.updatedAt', { time: f.time(found.asOf) })}
        />
        <IntakeTabs at="files" />
        {found.connected ? (
          <Callout tone="info">{t('files.connected')}</Callout>
        ) : (
          <UploadForm bytesMost={bytesMost} rowsMost={rowsMost} facility={facility?.name ?? ''} />
        )}
        <Section title={t('files.list.title')}>
          <FileTable files={found.files} />
          <Pager
            page={page}
            pages={pagesOf(found.total, found.pageSize)}
            href={(to) => `/staff/intake/files?page=${to}`}
          />
        </Section>
        {found.connected ? null : (
          <Section title={t('files.key.title')}>
            <FileKey facilityId={facility?.id ?? ''} madeAt={found.keyMadeAt} />
          </Section>
        )}
      </div>
    </TextProvider>
  );
}
