import type { LedgerBook } from '#server/ledger/schema.ts';
import { getText } from '../_text/server.ts';
import css from './ledger.module.css';

type Status = 'booked';
type Actor = 'system';

/** The running account: which number went from where to where, by which channel; no people. */
export async function Moves({ moves }: { moves: LedgerBook['moves'] }) {
  const { t, f } = await getText();
  const word = (status: string) => t(`office.status.${status as Status}`);
  return (
    <details className={css.part}>
      <summary>{t('ledger.moves')}</summary>
      <p className={css.lead}>
        {moves.length > 0 ? t('ledger.movesLead', { count: moves.length }) : t('ledger.noMoves')}
      </p>
      <ol className={css.moves}>
        {moves.map((move) => (
          <li key={`${move.at.toISOString()}${move.number}${move.to}`}>
            <span>
              {move.from
                ? t('ledger.move', { number: move.number, from: word(move.from), to: word(move.to) })
                : t('ledger.moveNew', { number: move.number, to: word(move.to) })}{' '}
              <span className={css.by}>
                {t('ledger.moveBy', {
                  channel: t(`office.channel.${move.channel as 'web'}`),
                  actor: t(`office.actor.${move.actorKind as Actor}`),
                })}
              </span>
            </span>
            <time dateTime={move.at.toISOString()}>{f.stamp(move.at)}</time>
          </li>
        ))}
      </ol>
    </details>
  );
}
