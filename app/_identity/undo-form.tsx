'use client';

import { useText } from '../_text/client-text.tsx';
import { trpc } from '../_trpc/client.ts';
import { ReasonForm } from '../_ui/reason-form.tsx';

/** Takes a decision back, with the reason that stays on file. */
export function UndoForm({ id, facilityId }: { id: string; facilityId: string | null }) {
  const { t } = useText();
  const undo = (reason: string) => {
    const { undo: theirs, undoOwn } = trpc.identity;
    return facilityId ? theirs.mutate({ id, facilityId, reason }) : undoOwn.mutate({ id, reason });
  };
  return (
    <ReasonForm
      name="undo"
      summary={t('identity.undo.summary')}
      label={t('identity.undo.label')}
      hint={t('identity.undo.hint')}
      send={t('identity.undo.send')}
      minLength={4}
      act={undo}
    />
  );
}
