import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { ago, canary, type Facilities, hours, now, type Place } from './stage.ts';

/** Ids of the two reviews, by which everybody is to ask for what is in them. */
export type Drawn = { reviewOwn: string; itemOwn: string; reviewOther: string; itemOther: string };

/** What one person's visit looks like on the desk of officials: drawn at two places, returned, with nobody's case open. */
export async function drawReviews(db: TestDatabase, residentId: string, facilities: Facilities): Promise<Drawn> {
  const [own, other] = [
    await drawAt(db, residentId, 'own', facilities),
    await drawAt(db, residentId, 'other', facilities),
  ];
  return { reviewOwn: own.reviewId, itemOwn: own.itemId, reviewOther: other.reviewId, itemOther: other.itemId };
}

async function drawAt(db: TestDatabase, residentId: string, place: Place, facilities: Facilities) {
  const { facilityId, regionCode, regionPath } = facilities[place];
  const [reviewId, itemId, findingId] = [randomUUID(), randomUUID(), randomUUID()];
  // a sheet is shown as long as what it was written from is open to be shown
  const { rows } = await db.pool.query<{ id: string }>(
    'select id from record_entries where resident_id = $1 and facility_id = $2 and title = $3',
    [residentId, facilityId, canary('P', 'general', place)],
  );
  const entryId = rows[0]?.id;
  await db.pool.query(
    `insert into reviews (id, title, purpose, office_path, area_code, kinds, period_from, period_to, size_kind, size, seed,
       facility_ids, created_at, created_by, created_by_name)
     values ($1, $2, 'quality', $3, $4, '{outpatient}', '2026-01-01', '2026-12-31', 'count', 5, 'seed', $5, $6, $1, '')`,
    [reviewId, canary('S', 'review', place), regionPath, regionCode, [facilityId], ago(3)],
  );
  await db.pool.query(
    'insert into review_strata (facility_id, review_id, population, drawn, drawn_at) values ($1, $2, 1, 1, $3)',
    [facilityId, reviewId, ago(3)],
  );
  await db.pool.query(
    `insert into review_items (facility_id, id, review_id, number, resident_id, entry_id, source_id, happened_at, entries, sheet, sheet_at)
     values ($1, $2, $3, 1, $4, $5, 'visit', $6, array[$5::uuid], $7, $6)`,
    [facilityId, itemId, reviewId, residentId, entryId, ago(3), JSON.stringify(sheetOf(place))],
  );
  await db.pool.query(
    `insert into review_findings (facility_id, id, review_id, item_id, rule, severity, line, detail, found_by, state, found_at, changed_at, due_at)
     values ($1, $2, $3, $4, 'other', 'major', 0, $5, 'official', 'returned', $6, $6, $7)`,
    [facilityId, findingId, reviewId, itemId, canary('S', 'finding', place), now, hours(-1)],
  );
  return { reviewId, itemId };
}

const sheetOf = (place: Place) => ({
  ...{
    kind: 'outpatient',
    month: '2026-10',
    sex: 'female',
    birthYear: '1970',
    county: '',
    department: '',
    ended: true,
  },
  lines: [
    {
      ...{
        type: 'Encounter',
        day: 0,
        title: canary('S', 'sheet', place),
        code: '',
        status: '',
        readings: [],
        parts: 0,
      },
      ...{ kept: 0, version: 1, arrival: 0, findings: [], gap: false },
    },
  ],
});

/** Everything of both, asked by id; lists are asked by everybody anyway. */
export const reviewCalls = (ids: Record<string, string>): { procedure: string; input: unknown }[] =>
  (['Own', 'Other'] as const).flatMap((place) => {
    const facilityId = ids[place === 'Own' ? 'facilityId' : 'facilityOther'];
    const [review, item] = [{ id: ids[`review${place}`] }, { facilityId, id: ids[`item${place}`] }];
    return [
      { procedure: 'reviews.get', input: review },
      ...['reviews.hospital', 'reviews.again'].map((procedure) => ({ procedure, input: { ...review, facilityId } })),
      ...['reviews.item', 'reviews.person'].map((procedure) => ({ procedure, input: item })),
      { procedure: 'reviews.work', input: { shelf: 'overdue' } },
    ];
  });
