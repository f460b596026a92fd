import type { Metadata } from 'next';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, load } from '../../../../_trpc/server.ts';
import { PageHead, Panel, Section } from '../../../../_ui/page-head.tsx';
import type { PageInput } from '../../../../_ui/page-input.ts';
import { Pager, pageParam, pagesOf } from '../../../../_ui/pager.tsx';
import { Facts } from '../../../../_ui/table.tsx';
import { Sender } from '../file-table.tsx';
import { BadRowTable } from './bad-row-table.tsx';
import { CloseFile } from './close-file.tsx';
import { Standing } from './standing.tsx';
import { TakeRows } from './take-rows.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('files.title') };
}

/** What came of one file: how much was taken, and of each row that was not, why. */
export default async function FilePage({ params, searchParams }: PageInput<'id'>) {
  const text = await getText();
  const { t, f } = text;
  const { id } = await params;
  const path = `/staff/intake/files/${id}`;
  const page = pageParam((await searchParams).page);
  const { file, rows, total, pageSize, asOf } = await load(path, api().hisSync.files.get.query({ id, page }));
  const fact = (name: 'rows' | 'taken' | 'written' | 'withdrawn' | 'waiting' | 'refused') => ({
    label: t(`files.file.${name}`),
    value: f.number(file[name]),
  });
  return (
    <TextProvider areas={['files']}>
      <PageHead
        title={file.name}
        back={{ href: '/staff/intake/files', label: t('files.file.back') }}
        lead={
          <>
            {f.moment(file.receivedAt)} <Sender file={file} />
          </>
        }
        updated={t('kit.updatedAt', { time: f.time(asOf) })}
      />
      <Standing file={file} replaced={rows.some((row) => row.outcome === 'replaced')} />
      {total > 0 ? (
        <Section
          title={t('files.file.bad')}
          side={rows.some((row) => row.kind && !row.settled && !row.waits) ? <TakeRows id={id} /> : null}
        >
          <BadRowTable rows={rows} caption={t('files.file.bad')} {...text} />
          <Pager page={page} pages={pagesOf(total, pageSize)} href={(to) => `${path}?page=${to}`} />
          {rows.some((row) => !row.settled) ? <CloseFile id={id} /> : null}
        </Section>
      ) : null}
      <Section title={t('files.file.counts')}>
        <Panel>
          <Facts
            facts={[fact('rows'), fact('taken'), fact('written'), fact('withdrawn'), fact('waiting'), fact('refused')]}
          />
        </Panel>
      </Section>
    </TextProvider>
  );
}
