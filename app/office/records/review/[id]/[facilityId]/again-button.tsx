'use client';

import { useState } from 'react';
import { useText } from '../../../../../_text/client-text.tsx';
import { trpc } from '../../../../../_trpc/client.ts';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { FaultMessage } from '../../../../../_ui/fault-message.tsx';

type Drawn = { drawn: number; same: number; population: number };

/** Draws once more with the kept seed and says how much of it is the same. */
export function AgainButton({ id, facilityId }: { id: string; facilityId: string }) {
  const { t } = useText();
  const { run, working, trouble } = useAction();
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const draw = async () => {
    setDrawn(await run(() => trpc.reviews.again.query({ id, facilityId }), { refresh: false }));
  };
  return (
    <div>
      <Button look="second" small working={working} onClick={() => void draw()} title={t('review.hospital.againLead')}>
        {t('review.hospital.again')}
      </Button>
      <p role="status">
        {drawn ? t(drawn.same === drawn.drawn ? 'review.hospital.same' : 'review.hospital.differs', drawn) : null}
      </p>
      <FaultMessage trouble={trouble} />
    </div>
  );
}
