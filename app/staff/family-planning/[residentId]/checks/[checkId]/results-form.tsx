'use client';

import type { Item, Part, ResultView } from '#server/family-planning/schema/items.ts';
import { useText } from '../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../_trpc/client.ts';
import { Panel } from '../../../../../_ui/page-head.tsx';
import { SendForm } from '../../../../../_ui/send-form.tsx';
import { ReadingField } from './reading-field.tsx';
import css from './results.module.css';

type Props = {
  residentId: string;
  checkId: string;
  part: Part;
  items: readonly Item[];
  results: ResultView[];
  /** Why nothing is changed any more. */
  over: string | null;
};

/** All items on one page: what is at hand is entered and saved, the rest later; nothing typed is lost by a refusal. */
export function ResultsForm({ residentId, checkId, part, items, results, over }: Props) {
  const { t } = useText();
  return (
    <SendForm
      act={(words) => {
        const codes = items.flatMap((item) => item.readings.map((one) => one.code));
        const typed = codes.map((code) => ({ code, value: words(code) })).filter((one) => one.value !== '');
        return trpc.familyPlanning.desk.noteResults.mutate({ residentId, checkId, results: typed });
      }}
      said={({ noted }) => (noted > 0 ? t('planning.check.saved', { count: noted }) : t('planning.check.savedNone'))}
      send={t('planning.check.save')}
      hint={t('planning.check.saveHint')}
      blocked={over}
      keep
    >
      <div className={css.items}>
        {items.map((item) => (
          <div key={item.code} data-wide={widthOf(item)}>
            <Panel>
              <h3>{t(`planning.item.${item.code as 'history'}`)}</h3>
              <div className={css.readings} data-wide={widthOf(item)}>
                {item.readings.map((reading) => (
                  <ReadingField
                    key={reading.code}
                    reading={reading}
                    part={part}
                    result={results.find((one) => one.code === reading.code)}
                  />
                ))}
              </div>
            </Panel>
          </div>
        ))}
      </div>
    </SendForm>
  );
}

/** Columns that an item takes. */
const widthOf = ({ readings }: Item) => Math.min(3, readings.length);
