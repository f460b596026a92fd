'use client';

import type { z } from 'zod';
import { type PlaceKind, type PlaceRow, type placeBook, placeKind } from '#server/navigation/schema/places.ts';
import { useText } from '../../_text/client-text.tsx';
import { trpc } from '../../_trpc/client.ts';
import { SelectField, TextField } from '../../_ui/field.tsx';
import type { Words } from '../../_ui/form-words.ts';
import { SendForm } from '../../_ui/send-form.tsx';
import css from '../staff.module.css';

type Book = z.infer<typeof placeBook>;
type Props = {
  place: PlaceRow | null;
  departments: Book['departments'];
  reviewBy: string;
  owner: string;
  mayKeep: boolean;
};

/** A place of the house; entrances have the position of the door itself. */
export function PlaceForm({ place, departments, reviewBy, owner, mayKeep }: Props) {
  const { t } = useText();
  const save = (words: Words) => {
    const number = (name: string) => (words(name) === '' ? null : Number(words(name)));
    return trpc.navigation.arrive.savePlace.mutate({
      ...{ id: place?.id ?? null, kind: words('kind') as PlaceKind, floor: Number(words('floor')) },
      ...{ name: words('name'), nameEn: words('nameEn') },
      ...{ building: words('building'), buildingEn: words('buildingEn') },
      ...{ departmentId: words('departmentId') || null, lon: number('lon'), lat: number('lat') },
      ...{ owner: words('owner'), reviewBy: words('reviewBy') },
    });
  };
  const rooms = departments.map((one) => ({
    value: one.id,
    label: one.place ? `${one.name} · ${one.place}` : one.name,
  }));
  return (
    <SendForm
      keep
      blocked={mayKeep ? null : t('places.readOnly')}
      send={t('places.save')}
      act={save}
      said={() => t('places.saved')}
      to={place ? undefined : ({ id }) => `/staff/places/${id}`}
    >
      <div className={css.fields}>
        <TextField label={t('places.name')} name="name" defaultValue={place?.name.zh} maxLength={40} required />
        <TextField label={t('places.nameEn')} name="nameEn" defaultValue={place?.name.en} maxLength={80} />
        <SelectField
          label={t('places.kindLabel')}
          name="kind"
          defaultValue={place?.kind ?? 'landmark'}
          choices={placeKind.options.map((value) => ({ value, label: t(`places.kind.${value}`) }))}
        />
        <SelectField
          label={t('places.department')}
          hint={t('places.departmentHint')}
          name="departmentId"
          defaultValue={place?.departmentId ?? ''}
          choices={[{ value: '', label: t('places.noDepartment') }, ...rooms]}
        />
        <TextField
          label={t('places.floor')}
          hint={t('places.floorHint')}
          name="floor"
          type="number"
          min={-9}
          max={99}
          defaultValue={place?.floor ?? 1}
          required
        />
        <TextField label={t('places.building')} name="building" defaultValue={place?.building.zh} maxLength={30} />
        <TextField label={t('places.buildingEn')} name="buildingEn" defaultValue={place?.building.en} maxLength={60} />
        <TextField
          label={t('places.lon')}
          hint={t('places.positionHint')}
          name="lon"
          inputMode="decimal"
          defaultValue={place?.lon ?? ''}
        />
        <TextField label={t('places.lat')} name="lat" inputMode="decimal" defaultValue={place?.lat ?? ''} />
        <TextField label={t('places.owner')} name="owner" defaultValue={place?.owner ?? owner} maxLength={30} />
        <TextField
          label={t('places.reviewBy')}
          name="reviewBy"
          type="date"
          defaultValue={place?.reviewBy ?? reviewBy}
          required
        />
      </div>
    </SendForm>
  );
}
