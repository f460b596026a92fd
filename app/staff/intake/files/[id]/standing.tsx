import type { FileLine } from '#server/his-sync/flat/schema.ts';
import { getText } from '../../../../_text/server.ts';
import { Callout } from '../../../../_ui/callout.tsx';

/** How a file stands in a sentence: what is left to do, or how it came to its end. */
export async function Standing({ file, replaced }: { file: FileLine; replaced: boolean }) {
  const { t, f } = await getText();
  if (file.open > 0) {
    return (
      <Callout tone="wait">
        {t(file.rows === 0 ? 'files.file.unreadable' : 'files.file.mend', { n: file.open })}
      </Callout>
    );
  }
  if (file.closedAt) {
    const name = file.closedBy ?? t('files.close.someone');
    return (
      <Callout tone="info" title={t('files.close.closed', { time: f.moment(file.closedAt), name })}>
        <p>{t('files.close.why', { why: file.closedWhy ?? '' })}</p>
      </Callout>
    );
  }
  return <Callout tone="good">{t(...endOf(file, replaced))}</Callout>;
}

type End = ['files.file.replaced' | 'files.file.mended' | 'files.file.same' | 'files.file.good', { rows: number }];

function endOf({ rows, waiting, refused, written, withdrawn }: FileLine, replaced: boolean): End {
  if (replaced) return ['files.file.replaced', { rows }];
  if (waiting + refused > 0) return ['files.file.mended', { rows }];
  return [written + withdrawn === 0 ? 'files.file.same' : 'files.file.good', { rows }];
}
