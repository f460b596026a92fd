import { getText } from '../../../_text/server.ts';
import { Button } from '../../../_ui/button.tsx';
import { Callout } from '../../../_ui/callout.tsx';

/** The patient handed over a code: the summary may be read into the own system. A plain form, so that it is a file. */
export async function TakeFile({ residentId }: { residentId: string }) {
  const { t } = await getText();
  return (
    <Callout tone="plain" title={t('take.file')}>
      <p>{t('take.staffHint')}</p>
      <form method="get" action={`/fhir/take/${residentId}`}>
        <Button type="submit" look="second" small name="form" value="summary">
          {t('take.download')}
        </Button>
      </form>
    </Callout>
  );
}
