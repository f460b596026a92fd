import type { Wish } from './wish.ts';

/** What was told, carried along in a form that asks again. */
export function HiddenWish({ wish }: { wish: Wish }) {
  const { who, age, ageUnit, sex, since, text } = wish;
  return (
    <>
      {Object.entries({ who, age, ageUnit, sex, since, text }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {wish.sign ? <input type="hidden" name="sign" value={wish.sign} /> : null}
      {wish.pregnant ? <input type="hidden" name="pregnant" value="on" /> : null}
      {wish.says.map((id) => (
        <input key={id} type="hidden" name="say" value={id} />
      ))}
      {wish.options.map((option) => (
        <input key={option} type="hidden" name="option" value={option} />
      ))}
    </>
  );
}
