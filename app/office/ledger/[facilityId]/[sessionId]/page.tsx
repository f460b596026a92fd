import type { Metadata } from 'next';
import Link from 'next/link';
import { AlertCallout } from '../../../../_ledger/alert-callout.tsx';
import css from '../../../../_ledger/ledger.module.css';
import { LedgerSum } from '../../../../_ledger/ledger-sum.tsx';
import { Moves } from '../../../../_ledger/moves.tsx';
import { TakenTable } from '../../../../_ledger/taken-table.tsx';
import { wordMend } from '../../../../_ledger/words.ts';
import { getText } from '../../../../_text/server.ts';
import { TextProvider } from '../../../../_text/text-provider.tsx';
import { api, load } from '../../../../_trpc/server.ts';
import { StatusBadge } from '../../../../_ui/callout.tsx';
import { PageHead, Panel, Section, Stack } from '../../../../_ui/page-head.tsx';
import { AlertTable } from '../../alert-table.tsx';
import { ReleaseForm } from './release-form.tsx';

type Props = { params: Promise<{ facilityId: string; sessionId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t('ledger.title') };
}

/** One session's ledger, and where it does not add up what releasing it will put in order. */
export default async function LedgerBookPage({ params }: Props) {
  const { t, f } = await getText();
  const { facilityId, sessionId } = await params;
  const path = `/office/ledger/${facilityId}/${sessionId}`;
  const book = await load(path, api().ledger.book.query({ facilityId, sessionId }));
  const open = book.alerts.some((alert) => !alert.releasedAt);
  const settled = book.alerts.filter((alert) => alert.releasedAt);
  return (
    <Stack>
      <PageHead
        back={{ href: '/office/ledger', label: t('ledger.backToList') }}
        title={t('ledger.bookTitle', {
          ...{ department: book.departmentName, day: f.day(book.date), half: t(`clinic.halfDay.${book.halfDay}`) },
        })}
        lead={[book.facilityName, book.practitionerName, f.span(book.startsAt, book.endsAt)]
          .filter(Boolean)
          .join(' · ')}
        side={
          <StatusBadge tone={book.status === 'halted' ? 'stop' : 'plain'}>
            {t(`clinic.status.${book.status}`)}
          </StatusBadge>
        }
        updated={t('office.asOf', { time: f.time(book.asOf) })}
      />
      <AlertCallout book={book} />
      {open ? (
        <Panel>
          <Stack>
            <h2 className={css.title}>{t('ledger.release.title')}</h2>
            {book.findings.length > 0 ? (
              <>
                <p>{t('ledger.release.lead')}</p>
                <ul className={css.findings}>
                  {book.findings.map((finding) => (
                    <li key={wordMend(t, finding)}>{wordMend(t, finding)}</li>
                  ))}
                </ul>
              </>
            ) : (
              <p>{t('ledger.release.nothing')}</p>
            )}
            <TextProvider areas={['ledger']}>
              <ReleaseForm facilityId={facilityId} sessionId={sessionId} />
            </TextProvider>
          </Stack>
        </Panel>
      ) : null}
      <Panel>
        <LedgerSum book={book} />
        <TakenTable book={book} />
        <Moves moves={book.moves} />
      </Panel>
      {settled.length > 0 ? (
        <Section title={t('ledger.settled')}>
          <AlertTable alerts={settled} caption={t('ledger.settled')} empty={{ title: '', text: '' }} />
        </Section>
      ) : null}
      <p>
        <Link href={`/office/ledger/${facilityId}?date=${book.date}`} prefetch={false}>
          {t('ledger.facilityBooks')}
        </Link>
      </p>
    </Stack>
  );
}
