import Link from 'next/link';
import type { z } from 'zod';
import type { chooseOutput } from '#server/navigation/schema/choose.ts';
import { getText } from '../../../_text/server.ts';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/callout.tsx';
import { ChoiceLine } from './choice-line.tsx';
import { ChoiceMap } from './choice-map.tsx';
import css from './choose.module.css';
import { type Choice, choosePath } from './choose-path.ts';

type Props = { found: z.infer<typeof chooseOutput>; choice: Choice; name: string };

/** The hospitals in their order, as a list, with a map above it if asked for. */
export async function Choices({ found, choice, name }: Props) {
  const { t, f } = await getText();
  const first = choice.cursor === '';
  return (
    <div className={css.main}>
      <div className={css.bar}>
        <p role="status">{t('care.count', { count: f.number(found.total) })}</p>
        <nav aria-label={t('care.view')} className={css.views}>
          {(['list', 'map'] as const).map((view) => (
            <Link
              key={view}
              href={choosePath({ ...choice, view, cursor: '' })}
              aria-current={choice.view === view ? 'page' : undefined}
              prefetch={false}
              replace
            >
              {t(`care.views.${view}`)}
            </Link>
          ))}
        </nav>
      </div>
      {found.rows.length === 0 ? (
        <EmptyState
          title={t('care.chooseEmpty')}
          action={<ButtonLink href={choosePath({ code: '02' })}>{t('care.generalChoose')}</ButtonLink>}
        >
          {t('care.chooseEmptyHint')}
        </EmptyState>
      ) : null}
      {choice.view === 'map' ? <ChoiceMap rows={found.rows} origin={found.origin} title={name} /> : null}
      <ol className={css.rows} data-testid="choices">
        {found.rows.map((row, i) => (
          <ChoiceLine key={row.departmentId} row={row} rank={i + 1} person={choice.person} lead={first && i === 0} />
        ))}
      </ol>
      {found.next ? (
        <ButtonLink href={choosePath({ ...choice, cursor: found.next })} look="second" prefetch={false}>
          {t('care.page')}
        </ButtonLink>
      ) : null}
      {found.tariff ? <p className={css.fine}>{t('care.shareNote')}</p> : null}
    </div>
  );
}
