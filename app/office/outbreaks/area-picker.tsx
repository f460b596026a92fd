'use client';

import { useState } from 'react';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { FaultMessage } from '../../_ui/fault-message.tsx';
import { SelectField } from '../../_ui/field.tsx';

export type Area = { code: string; name: string };
type Props = {
  name: string;
  own: Area;
  below: Area[];
  /** Left out: those of a notice. */
  words?: { label: string; hint: string; chosen: (name: string) => string };
};
type Level = { area: Area; below: Area[] };

/** An area by its name, from the official's own downwards; the form gets the code of the smallest one chosen. */
export function AreaPicker({ name, own, below, words }: Props) {
  const { t } = useText();
  const { run, trouble } = useAction();
  const [levels, setLevels] = useState<Level[]>([{ area: own, below }]);
  const chosen = levels.at(-1)?.area ?? own;
  const path = levels.map(({ area }) => area.name).join(' ');

  async function choose(depth: number, code: string) {
    const kept = levels.slice(0, depth + 1);
    setLevels(kept);
    const area = kept[depth]?.below.find((one) => one.code === code);
    if (!area) return;
    const found = await run(() => trpc.facilities.regions.query({ code }), { refresh: false });
    setLevels([...kept, { area, below: found?.children ?? [] }]);
  }
  return (
    <>
      <input type="hidden" name={name} value={chosen.code} />
      {levels.map(({ area, below: parts }, depth) =>
        parts.length > 0 ? (
          <SelectField
            key={area.code}
            label={depth === 0 ? (words?.label ?? t('doors.region')) : t('doors.regionIn', { name: area.name })}
            hint={depth === 0 ? (words?.hint ?? t('doors.regionHint', { name: own.name })) : undefined}
            name={`${name}-${depth}`}
            value={levels[depth + 1]?.area.code ?? ''}
            onChange={(event) => void choose(depth, event.target.value)}
            choices={[
              { value: '', label: t('doors.wholeArea', { name: area.name }) },
              ...parts.map((part) => ({ value: part.code, label: part.name })),
            ]}
          />
        ) : null,
      )}
      <p role="status">{words ? words.chosen(path) : t('doors.regionChosen', { name: path })}</p>
      <FaultMessage trouble={trouble} />
    </>
  );
}
