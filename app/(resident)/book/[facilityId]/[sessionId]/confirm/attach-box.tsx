'use client';

import { useEffect, useState } from 'react';
import { useText } from '../../../../../_text/client-text.tsx';
import { findKept, type Kept } from '../../../../care/kept.ts';
import { wordFacts } from '../../../../care/word-facts.ts';
import css from './attach-box.module.css';

/** What this tab still holds of the asking, for this person; null elsewhere and before the script runs. */
export function useKeptFor(residentId: string): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    const found = findKept(Date.now());
    setKept(found && found.wish.who === residentId ? found : null);
  }, [residentId]);
  return kept;
}

/** Unticked unless the resident ticks it, with every word that would go along (E20). */
export function AttachBox({ kept, ticked, onTick }: { kept: Kept; ticked: boolean; onTick: (to: boolean) => void }) {
  const { t } = useText();
  const { text, added, facts } = kept.story;
  const person = wordFacts(t, facts);
  return (
    <section className={css.box}>
      <label className={css.tick}>
        <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.target.checked)} />
        <strong>{t('care.attach')}</strong>
      </label>
      <p className={css.fine}>{t('care.attachLead')}</p>
      <dl className={css.words}>
        {person ? (
          <div>
            <dt>{t('care.attachedFacts')}</dt>
            <dd>{person}</dd>
          </div>
        ) : null}
        {text ? (
          <div>
            <dt>{t('care.attachedText')}</dt>
            <dd>{text}</dd>
          </div>
        ) : null}
        {added.length > 0 ? (
          <div>
            <dt>{t('care.attachedAdded')}</dt>
            <dd>{added.join(t('care.join'))}</dd>
          </div>
        ) : null}
      </dl>
      <p className={css.fine}>{t('care.attachNot')}</p>
    </section>
  );
}
