import { getText } from '../../../../_text/server.ts';
import { RadioGroup } from '../../../../_ui/field.tsx';

type Shown = { start: Date; end: Date; free: number }[];

/** The time windows with what is left of each; a full one stays in sight. */
export async function Windows({ windows, chosen, problem }: { windows: Shown; chosen: string; problem: boolean }) {
  const { t, f } = await getText();
  const first = windows.find((w) => w.free > 0)?.start.toISOString();
  return (
    <RadioGroup
      {...{ name: 'window', legend: t('book.window'), columns: true, required: true }}
      error={problem ? t('book.windowGone') : undefined}
      value={windows.some((w) => w.start.toISOString() === chosen && w.free > 0) ? chosen : first}
      choices={windows.map((w) => ({
        value: w.start.toISOString(),
        label: <span className="digits">{f.span(w.start, w.end)}</span>,
        hint: w.free > 0 ? t('book.windowFree', { count: w.free }) : t('book.windowFull'),
        disabled: w.free === 0,
      }))}
    />
  );
}
