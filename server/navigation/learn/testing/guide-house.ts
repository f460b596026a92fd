import { mintFacility, mintStaff } from '#db/testing/mint.ts';
import type { TestDatabase } from '#db/testing/test-database.ts';
import { staffActor, testContext } from '../../../kernel/test-context.ts';
import type { RedFlagRule } from '../../understand/schema.ts';
import type { RuleContent } from '../schema.ts';
import type { Editor } from '../versions.ts';

/** A clinician of a hospital of their own who keeps the guide's rules. */
export async function mintEditor(db: TestDatabase): Promise<Editor> {
  const { facilityId } = await mintFacility(db);
  const { accountId } = await mintStaff(db, facilityId, ['guide_editor']);
  return testContext(db, { ...staffActor(facilityId, 'guide_editor'), accountId });
}

/** A red flag on words that no other rule and no shipped case knows. */
export const redFlag = (id: string, term: string, over: Partial<RedFlagRule> = {}): RuleContent => ({
  kind: 'red-flag',
  content: {
    id,
    kind: 'emergency',
    name: { zh: `可能是${term}`, en: `Possible ${id}` },
    reason: { zh: '每一分钟都要紧。', en: 'Minutes count.' },
    source: '测试清单 2026',
    validFrom: '2026-01-01',
    patterns: [{ all: [[term]] }],
    ...over,
  },
});
