import type { LedgerBook } from '#server/ledger/schema.ts';
import { getText } from '../_text/server.ts';
import { StatusBadge } from '../_ui/callout.tsx';
import css from './ledger.module.css';

const states = ['free', 'held', 'booked', 'used', 'quarantined', 'suspended'] as const;

/** free + held + booked + used + quarantined + suspended = released, in the open. */
export async function LedgerSum({ book }: { book: LedgerBook }) {
  const { t } = await getText();
  const good = book.findings.length === 0;
  return (
    <>
      <dl className={css.ledger}>
        {states.map((state) => (
          <div key={state} data-zero={book.states[state] === 0 || undefined}>
            <dt>{t(`clinic.ledger.${state}`)}</dt>
            <dd>{book.states[state]}</dd>
          </div>
        ))}
        <div data-sum="">
          <dt>
            {t('clinic.ledger.sum')} / {t('clinic.ledger.released')}
          </dt>
          <dd>
            {book.tickets} / {book.released}
          </dd>
        </div>
      </dl>
      <p className={css.verdict}>
        <StatusBadge tone={good ? 'good' : 'stop'}>{t(`ledger.day.${good ? 'adds' : 'off'}`)}</StatusBadge>
      </p>
    </>
  );
}
