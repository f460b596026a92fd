import type { Metadata } from 'next';
import type { Both } from '#server/his-sync/flat/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { api, load } from '../../../../_trpc/server.ts';
import layout from '../../../../_ui/layout.module.css';
import { PageHead, Section } from '../../../../_ui/page-head.tsx';
import { SimpleTable } from '../../../../_ui/table.tsx';
import { IntakeTabs } from '../../intake-tabs.tsx';
import css from '../files.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('files.template.title') };
}

/** Every table a hospital may fill in: its columns, what belongs into each, an example, and a file to begin with. */
export default async function TemplatePage() {
  const { t, locale } = await getText();
  const tables = await load('/staff/intake/files/template', api().hisSync.files.template.query());
  const inWords = (both: Both) => (locale === 'en' ? both.en : both.zh);
  return (
    <>
      <PageHead title={t('files.template.title')} lead={t('files.template.lead')} />
      <IntakeTabs at="template" />
      <Section>
        <ul className={css.rules}>
          <li>{t('files.template.order')}</li>
          <li>{t('files.template.version')}</li>
          <li>{t('files.template.erase')}</li>
          <li>{t('files.template.json', { form: '{"patients": [{…}], "results": [{…}]}' })}</li>
        </ul>
      </Section>
      {tables.map((table) => (
        <Section
          key={table.name}
          id={table.name}
          title={inWords(table.title)}
          side={
            <a href={`/staff/intake/files/template/csv?table=${table.name}`} download>
              {t('files.template.download')}
              <span className="sr-only">{inWords(table.title)}</span>
            </a>
          }
        >
          <details className={layout.folded}>
            <summary>{t('files.template.columns', { n: table.columns.length })}</summary>
            <SimpleTable
              caption={inWords(table.title)}
              rows={table.columns}
              rowKey={(column) => column.title.en}
              columns={[
                {
                  key: 'name',
                  label: t('files.template.column'),
                  cell: (column) => (
                    <>
                      {column.title.zh}
                      <span className={`${css.under} ${css.whole}`}>{column.title.en}</span>
                    </>
                  ),
                },
                {
                  key: 'needed',
                  label: t('files.template.needed'),
                  cell: (column) => (
                    <span className={css.whole}>{t(column.needed ? 'kit.required' : 'kit.optional')}</span>
                  ),
                },
                {
                  key: 'about',
                  label: t('files.template.about'),
                  wide: true,
                  cell: (column) => inWords(column.about),
                },
                { key: 'example', label: t('files.template.example'), cell: (column) => column.example || '–' },
              ]}
            />
          </details>
        </Section>
      ))}
    </>
  );
}
