import { getText } from '../../../_text/server.ts';
import { Panel, Stack } from '../../../_ui/page-head.tsx';
import css from './files.module.css';
import { NewKey } from './new-key.tsx';

/** How a program of the hospital sends files, and its key. */
export async function FileKey({ facilityId, madeAt }: { facilityId: string; madeAt: Date | null }) {
  const { t, f } = await getText();
  const form = `curl -X POST "$HUIMIN/api/his/${facilityId.toLowerCase()}/files?name=results.csv" \\
  -H "Authorization: Bearer $KEY" --data-binary @results.csv`;
  return (
    <Panel>
      <Stack>
        <p>{t('files.key.text')}</p>
        <pre className={css.code}>{form}</pre>
        <p>{t('files.key.check')}</p>
        <p>{madeAt ? t('files.key.madeAt', { time: f.moment(madeAt) }) : t('files.key.none')}</p>
        <NewKey />
      </Stack>
    </Panel>
  );
}
