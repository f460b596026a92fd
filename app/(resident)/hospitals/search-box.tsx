import { getText } from '../../_text/server.ts';
import { Button } from '../../_ui/button.tsx';
import { Icon } from '../../_ui/icon.tsx';
import css from './find.module.css';

/** A plain GET form: the result has an address that can be shared, and no script is needed. */
export async function SearchBox({ q = '', keep = {} }: { q?: string; keep?: Record<string, string> }) {
  const { t } = await getText();
  return (
    <form action="/hospitals" className={css.search}>
      <label htmlFor="q" className={css.searchLabel}>
        {t('home.searchLabel')}
      </label>
      <div className={css.searchRow}>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={40}
          aria-describedby="q-hint"
          enterKeyHint="search"
        />
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit">
          <Icon name="search" />
          {t('kit.search')}
        </Button>
      </div>
      <p id="q-hint" className={css.searchHint}>
        {t('home.searchHint')}
      </p>
    </form>
  );
}
