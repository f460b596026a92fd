import type { Stock } from '#server/family-planning/schema/stock.ts';
import { getText } from '../../../_text/server.ts';
import { EmptyState, StatusBadge } from '../../../_ui/callout.tsx';
import { SimpleTable } from '../../../_ui/table.tsx';

/** What can be handed out of each, and whether it lasts. */
export async function Items({ items }: Pick<Stock, 'items'>) {
  const { t } = await getText();
  return (
    <SimpleTable
      caption={t('planningStock.there.title')}
      rows={items}
      rowKey={(one) => one.item}
      empty={<EmptyState title={t('planningStock.there.none')}>{t('planningStock.there.noneText')}</EmptyState>}
      columns={[
        { key: 'i', label: t('planningStock.there.item'), wide: true, cell: (one) => t(`planning.method.${one.item}`) },
        {
          key: 'h',
          label: t('planningStock.there.onHand'),
          align: 'end',
          cell: (one) => t(`planningStock.unit.${one.item}`, { count: one.onHand }),
        },
        { key: 'u', label: t('planningStock.there.used'), align: 'end', cell: (one) => one.used },
        {
          key: 'l',
          label: t('planningStock.there.lasts'),
          cell: ({ onHand, lastsUntil, short }) =>
            onHand === 0 ? (
              <StatusBadge tone="stop">{t('planningStock.there.out')}</StatusBadge>
            ) : (
              <>
                {lastsUntil ?? t('planningStock.there.steady')}{' '}
                {short ? <StatusBadge tone="stop">{t('planningStock.there.short')}</StatusBadge> : null}
              </>
            ),
        },
      ]}
    />
  );
}

/** What expires first stands first: it is taken first, too. */
export async function Batches({ batches }: Pick<Stock, 'batches'>) {
  const { t } = await getText();
  return (
    <SimpleTable
      caption={t('planningStock.batch.title')}
      rows={batches}
      rowKey={(one) => `${one.item} ${one.lot} ${one.expiresOn}`}
      empty={<EmptyState title={t('planningStock.batch.none')} />}
      columns={[
        {
          key: 'e',
          label: t('planningStock.batch.expires'),
          cell: ({ expiresOn, state }) => (
            <>
              {expiresOn}{' '}
              {state === 'good' ? null : (
                <StatusBadge tone={state === 'expired' ? 'stop' : 'wait'}>
                  {t(`planningStock.batch.${state}`)}
                </StatusBadge>
              )}
            </>
          ),
        },
        { key: 'i', label: t('planningStock.there.item'), wide: true, cell: (one) => t(`planning.method.${one.item}`) },
        { key: 'l', label: t('planningStock.batch.lot'), cell: (one) => one.lot },
        {
          key: 'h',
          label: t('planningStock.batch.onHand'),
          align: 'end',
          cell: (one) => t(`planningStock.unit.${one.item}`, { count: one.onHand }),
        },
      ]}
    />
  );
}

/** Every line of the book, the latest first. */
export async function Movements({ movements }: Pick<Stock, 'movements'>) {
  const { t, f } = await getText();
  return (
    <SimpleTable
      caption={t('planningStock.log.title')}
      rows={movements}
      rowKey={(one) => `${one.id} ${one.lot} ${one.expiresOn}`}
      empty={<EmptyState title={t('planningStock.log.none')} />}
      columns={[
        { key: 'w', label: t('planningStock.log.when'), cell: (one) => f.stamp(one.movedAt) },
        { key: 'k', label: t('planningStock.log.what'), cell: (one) => t(`planningStock.kind.${one.kind}`) },
        {
          key: 'i',
          label: t('planningStock.there.item'),
          wide: true,
          cell: (one) => [t(`planning.method.${one.item}`), one.lot].join(' · '),
        },
        {
          key: 'q',
          label: t('planningStock.log.quantity'),
          align: 'end',
          cell: ({ quantity }) => (quantity > 0 ? `+${quantity}` : quantity < 0 ? `−${-quantity}` : '0'),
        },
        { key: 'a', label: t('planningStock.log.about'), cell: (one) => one.about || '—' },
        { key: 'b', label: t('planningStock.log.by'), cell: (one) => one.workerName },
      ]}
    />
  );
}
