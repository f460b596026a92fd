import type { LedgerBook } from '#server/ledger/schema.ts';
import { getText } from '../_text/server.ts';
import { SimpleTable } from '../_ui/table.tsx';

type Taker = 'web';

/** Who has the numbers that are taken, over all channels; the last line is the sum. */
export async function TakenTable({ book }: { book: LedgerBook }) {
  const { t, f } = await getText();
  const { held, booked, used } = book.states;
  const rows = [...book.taken, { by: '', held, booked, used }];
  return (
    <SimpleTable
      caption={t('ledger.taken')}
      rows={book.taken.length > 0 ? rows : []}
      rowKey={(row) => row.by}
      empty={<p>{t('ledger.noTaken')}</p>}
      columns={[
        {
          key: 'by',
          label: t('ledger.taken'),
          cell: (row) => (row.by ? t(`ledger.by.${row.by as Taker}`) : <b>{t('ledger.sum')}</b>),
        },
        { key: 'h', label: t('clinic.ledger.held'), align: 'end', cell: (row) => f.number(row.held) },
        { key: 'b', label: t('clinic.ledger.booked'), align: 'end', cell: (row) => f.number(row.booked) },
        { key: 'u', label: t('clinic.ledger.used'), align: 'end', cell: (row) => f.number(row.used) },
      ]}
    />
  );
}
