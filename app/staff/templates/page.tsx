import type { Metadata } from 'next';
import Link from 'next/link';
import type { z } from 'zod';
import { regionDay } from '#server/kernel/clock.ts';
import type { templateView } from '#server/schedules/schema/console.ts';
import { getText, type Text } from '../../_text/server.ts';
import { TextProvider } from '../../_text/text-provider.tsx';
import { api, getMe, load } from '../../_trpc/server.ts';
import { ButtonLink } from '../../_ui/button.tsx';
import { EmptyState, StatusBadge } from '../../_ui/callout.tsx';
import { PageHead, Section } from '../../_ui/page-head.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import { mayKeepSessions } from '../duties.ts';
import css from '../staff.module.css';
import { PublishPanel } from './publish-panel.tsx';

type Template = z.infer<typeof templateView>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('plan.templates.title') };
}

/** The weekly plan by department, and what publishing it would make. */
export default async function TemplatesPage() {
  const { t, f } = await getText();
  const [me, list] = await load('/staff/templates', Promise.all([getMe(), api().schedules.templates.query()]));
  const keeper = mayKeepSessions(me.roles);
  const preview = keeper ? await load('/staff/templates', api().schedules.publishPreview.query()) : null;
  const departments = [...new Map(list.templates.map((row) => [row.departmentId, row.departmentName]))];
  const add = keeper ? (
    <ButtonLink href="/staff/templates/new" look="second" prefetch={false}>
      {t('plan.templates.add')}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHead
        title={t('plan.templates.title')}
        lead={t('plan.templates.lead')}
        updated={t('kit.updatedAt', { time: f.time(list.asOf) })}
        side={add}
      />
      <TextProvider areas={['plan', 'clinic']}>
        <PublishPanel preview={preview} />
      </TextProvider>
      {departments.length === 0 ? (
        <EmptyState title={t('plan.templates.empty')} action={add}>
          {t('plan.templates.emptyText')}
        </EmptyState>
      ) : null}
      {departments.map(([id, name]) => (
        <Section key={id} title={name}>
          <TemplateTable
            caption={name}
            text={{ t, f }}
            rows={list.templates.filter((row) => row.departmentId === id)}
          />
        </Section>
      ))}
    </>
  );
}

function TemplateTable({
  caption,
  rows,
  text: { t, f },
}: {
  caption: string;
  rows: Template[];
  text: Pick<Text, 't' | 'f'>;
}) {
  const today = regionDay(new Date());
  const when = (row: Template) =>
    `${t(`plan.weekday.d${row.weekday as 1}`)} ${t(`clinic.halfDay.${row.halfDay}`)} ${row.startsAt}–${row.endsAt}`;
  const quota = ({ capacity, quotas: { desk = 0, referral = 0, 'same-day': sameDay = 0 } }: Template) =>
    t('plan.templates.quotaParts', { public: capacity - desk - referral - sameDay, desk, referral, sameDay });
  return (
    <SimpleTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'w', label: t('plan.templates.when'), cell: (row) => <span className="digits">{when(row)}</span> },
        {
          key: 'd',
          label: t('plan.templates.who'),
          cell: (row) =>
            row.practitionerName ? `${row.practitionerName} ${row.practitionerTitle ?? ''}` : t('clinic.anyDoctor'),
        },
        {
          key: 't',
          label: t('plan.templates.type'),
          cell: (row) => `${t(`clinic.numberType.${row.numberType}`)} · ${f.money(row.feeFen)}`,
        },
        {
          key: 'q',
          label: t('plan.templates.quota'),
          cell: (row) => (
            <>
              <b className="digits">{row.capacity}</b> <span className={css.aside}>{quota(row)}</span>
            </>
          ),
        },
        {
          key: 'v',
          label: t('plan.templates.valid'),
          cell: (row) =>
            row.validTo && row.validTo < today ? (
              <StatusBadge tone="plain">{t('plan.templates.ended')}</StatusBadge>
            ) : (
              <span className="digits">
                {row.validTo
                  ? t('plan.templates.span', { from: row.validFrom, to: row.validTo })
                  : t('plan.templates.from', { from: row.validFrom })}
              </span>
            ),
        },
        {
          key: 'p',
          label: t('plan.templates.publishedTo'),
          cell: (row) =>
            row.publishedTo ? (
              <span className="digits">{row.publishedTo}</span>
            ) : (
              <StatusBadge tone="wait">{t('plan.templates.notPublished')}</StatusBadge>
            ),
        },
        {
          key: 'a',
          label: t('plan.templates.act'),
          cell: (row) => (
            <Link
              href={`/staff/templates/${row.id}`}
              prefetch={false}
              aria-label={t('plan.templates.editFor', { what: `${caption} ${when(row)}` })}
            >
              {t('plan.templates.edit')}
            </Link>
          ),
        },
      ]}
    />
  );
}
