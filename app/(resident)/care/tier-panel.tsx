'use client';

import type { ReactNode } from 'react';
import type { AdviceAnswer, SideView } from '#server/navigation/schema/ask.ts';
import { inLanguage } from '../../_text/bilingual.ts';
import { useText } from '../../_text/client-text.tsx';
import { SimpleTable } from '../../_ui/table.tsx';
import css from './care.module.css';

type Props = { tier: NonNullable<AdviceAnswer['tier']>; known: boolean; near: ReactNode };

/** Which tier to begin at (E6), with its cost and wait here and there instead of an appeal. Waits need a place to start from. */
export function TierPanel({ tier, known, near }: Props) {
  const { t, f, locale } = useText();
  const wait = (side: SideView): string => {
    if (side.walkIn) return t('care.tierWalkIn');
    if (side.waitDays === null) return t(known ? 'care.tierNoTicket' : 'care.tierNoOrigin');
    return side.waitDays === 0 ? t('care.tierToday') : t('care.tierDays', { count: side.waitDays });
  };
  return (
    <section className={css.tier}>
      <h2>{t('care.tier')}</h2>
      <p>
        <strong>{t(tier.advice === 'township' ? 'care.tierTownship' : 'care.tierHospital')}</strong>
      </p>
      <p>{inLanguage(tier.reason, locale)}</p>
      {tier.advice === 'township' && tier.savesFen !== null && tier.savesFen > 0 ? (
        <p>{t('care.tierSaves', { money: f.money(tier.savesFen) })}</p>
      ) : null}
      {near}
      <SimpleTable
        caption={t('care.tier')}
        rows={tier.sides}
        rowKey={(side) => side.where}
        columns={[
          {
            key: 'where',
            label: t('care.tierCol'),
            cell: (side) => (
              <>
                {t(`care.tierWhere.${side.where}`)}
                {side.name ? <span className={css.block}>{side.name}</span> : null}
              </>
            ),
          },
          {
            key: 'cost',
            label: t('care.tierCost'),
            align: 'end',
            cell: (side) => (side.ownFen === null ? t('care.unknown') : f.money(side.ownFen)),
          },
          { key: 'wait', label: t('care.tierWait'), align: 'end', cell: wait },
        ]}
      />
      <p className={css.fine}>
        {tier.tariff ? t('care.tierTariff', { date: tier.tariff.validFrom }) : null} {tier.source}
      </p>
    </section>
  );
}
