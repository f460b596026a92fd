import type { RouteView } from '#server/navigation/schema/places.ts';
import { getText } from '../../_text/server.ts';
import css from './arrive.module.css';
import { placeName, spotName, stepWords } from './place-words.ts';

/** The way as one would tell it: do this, and you are there; big enough to be read while walking. */
export async function RouteSteps({ route }: { route: RouteView }) {
  const text = await getText();
  const { t } = text;
  return (
    <ol className={css.route}>
      {route.steps.map((step) => (
        <li key={`${step.to.id} ${step.mode}`}>
          <p className={css.do}>{stepWords(text, step)}</p>
          <p className={css.then}>
            {t('arrive.reach', { place: `${placeName(text, step.to)} · ${spotName(text, step.to)}` })}
          </p>
        </li>
      ))}
    </ol>
  );
}
