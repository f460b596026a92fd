import { wordFault } from '../../_text/fault-text.ts';
import { getText } from '../../_text/server.ts';
import { api } from '../../_trpc/server.ts';
import { RadioGroup } from '../../_ui/field.tsx';

type Props = { chosen: string | string[] | undefined; facilityId: string; sessionId: string };

/** For whom: people who may not have a number of this session stay in sight, greyed, with the reason (A19). */
export async function People({ chosen, facilityId, sessionId }: Props) {
  const { t, f } = await getText();
  const [{ people }, may] = await Promise.all([
    api().residents.family.query(),
    api().booking.whoMayBook.query({ facilityId, sessionId }),
  ]);
  const refusals = new Map(may.people.map((one) => [one.residentId, one.refusal]));
  const free = people.filter((person) => !refusals.get(person.id));
  const reason = (id: string) => {
    const refusal = refusals.get(id);
    if (!refusal) return null;
    const { nextAt, ...rest } = refusal;
    return wordFault(t, f, { code: 'refused', ...rest, ...(nextAt ? { nextAt: nextAt.toISOString() } : {}) }).lines;
  };
  return (
    <RadioGroup
      {...{ name: 'person', legend: t('book.person'), required: true }}
      value={free.find((person) => person.id === chosen)?.id ?? free[0]?.id}
      choices={people.map((person) => {
        const why = reason(person.id);
        const who = `${person.relation === 'self' ? t('book.self') : t(`me.relations.${person.relation}`)} · ${t('book.years', { age: person.age })} · ${person.idMasked}`;
        return {
          value: person.id,
          label: person.name,
          hint: why ? `${who} — ${why.join(' ')}` : who,
          disabled: why !== null,
        };
      })}
    />
  );
}
