import type { ReactNode } from 'react';
import type { CaseOutput, SideView } from '#server/records/identity/schema.ts';
import { getText, type Text } from '../_text/server.ts';
import { StatusBadge, type Tone } from '../_ui/callout.tsx';
import { SimpleTable } from '../_ui/table.tsx';

const items = ['name', 'birth-date', 'sex', 'id-number', 'phone', 'place', 'kin', 'birth-order'] as const;
type Item = (typeof items)[number];
const tones: Record<string, Tone> = { same: 'good', similar: 'wait', different: 'stop', unknown: 'plain' };

/** Item by item what both sides say, and how it compares; what could not be compared is said as well. */
export async function SideBySide({ one }: { one: CaseOutput }) {
  const { t, f } = await getText();
  const { patient, candidate } = one;
  const outcomeOf = (item: Item) => one.evidence.find(({ what }) => what === item)?.outcome ?? 'unknown';
  return (
    <SimpleTable
      caption={t('identity.compare')}
      rows={items.filter((item) => item !== 'birth-order' || isTold(patient) || (candidate && isTold(candidate)))}
      rowKey={(item) => item}
      columns={[
        { key: 'item', label: t('identity.field'), cell: (item) => <strong>{t(`identity.what.${item}`)}</strong> },
        { key: 'here', label: t('identity.here'), cell: (item) => told({ t, f }, item, patient) },
        {
          key: 'there',
          label: t('identity.there'),
          cell: (item) => (candidate ? told({ t, f }, item, candidate) : '–'),
        },
        {
          key: 'mark',
          label: t('identity.mark'),
          cell: (item) => (
            <>
              <StatusBadge tone={tones[outcomeOf(item)] ?? 'plain'}>
                {t(`identity.outcome.${outcomeOf(item)}`)}
              </StatusBadge>
              {item === 'id-number' ? <Digits t={t} digits={one.digits} /> : null}
            </>
          ),
        },
      ]}
    />
  );
}

const isTold = (side: SideView): boolean => side.birthOrder !== null;

const Digits = ({ t, digits }: { t: Text['t']; digits: CaseOutput['digits'] }) =>
  digits.map((one) => <div key={one.at}>{t('identity.digit', one)}</div>);

function told({ t, f }: Pick<Text, 't' | 'f'>, item: Item, side: SideView): ReactNode {
  const texts: Record<Item, string> = {
    name: [side.name, side.otherNames.length > 0 ? t('identity.otherNames', { names: f.list(side.otherNames) }) : '']
      .filter(Boolean)
      .join(' · '),
    'birth-date': side.birthDate,
    sex: side.sex === 'unknown' ? '' : t(`identity.sex.${side.sex}`),
    'id-number': side.idMasked,
    phone: side.phones > 0 ? t('identity.phones', { count: side.phones }) : '',
    place: side.address,
    kin: f.list(side.kin),
    'birth-order': orderOf(t, side.birthOrder),
  };
  return texts[item] || t('identity.empty1');
}

const orderOf = (t: Text['t'], order: number | null): string => {
  if (order === null) return '';
  return order === 0 ? t('identity.order.single') : t('identity.order.nth', { n: order });
};
