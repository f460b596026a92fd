import { systems } from '../systems.ts';
import { complete } from './complete.ts';
import { type BundleEntry, entryOf, facilityEntry, keptEntry, patientEntry } from './entries.ts';
import { type ExactResource, parseExact, writeExact } from './exact-json.ts';
import { type Frame, type Kept, urlOf } from './kept.ts';
import { tableOf } from './narrative.ts';
import { concept, type Section, sections } from './sections.ts';

/** Why a section that must be there is empty: nobody told anything, or the reader may not see such entries. */
export type Silence = 'unavailable' | 'withheld';
type Part = { kept: Kept; entry: BundleEntry };

const silences = {
  unavailable: { display: 'Unavailable', text: '没有医院提供这方面的记录，不等于没有 No information available' },
  withheld: { display: 'Information Withheld', text: '此处不提供 Information withheld' },
} as const;

/**
 * An International Patient Summary (hl7.fhir.uv.ips 2.0.0) as a document Bundle, the text of it: what the entries say with
 * their decimals, sections with narratives of our own, references inside. Entries that belong to no section are left out.
 */
export function writeSummary(entries: readonly Kept[], frame: Frame, silence: Silence): string {
  const known = entries.filter(belongs);
  const inside = { ...frame, holds: new Set(known.map((one) => one.id)) };
  const parts = known.map((kept) => ({ kept, entry: partOf(kept, inside) }));
  const chosen = sections.flatMap((section) => {
    const own = parts.filter(({ entry }) => section.takes(entry.resource));
    return own.length > 0 || section.required ? [{ section, parts: own }] : [];
  });
  const used = chosen.flatMap((one) => one.parts);
  const hospitals = [...new Set(used.map(({ kept }) => kept.facilityId))];
  return writeExact({
    resourceType: 'Bundle',
    id: frame.id,
    identifier: { system: 'urn:ietf:rfc:3986', value: urlOf(frame.id) },
    type: 'document',
    timestamp: frame.at,
    entry: [
      compositionEntry(
        frame,
        chosen.map((one) => toSection(one.section, one.parts, silence)),
      ),
      patientEntry(frame),
      authorEntry(frame),
      ...hospitals.map((facilityId) => facilityEntry(frame, facilityId)),
      ...used.map(({ entry }) => entry),
    ],
  });
}

const belongs = ({ type, body }: Kept): boolean => {
  const resource = { ...parseExact(body), resourceType: type };
  return sections.some((section) => section.takes(resource));
};

function partOf(kept: Kept, frame: Frame): BundleEntry {
  const { fullUrl, resource } = keptEntry(kept, frame);
  const hospital = urlOf(frame.idOf(kept.facilityId, 'Organization', kept.facilityId));
  return { fullUrl, resource: complete(resource, hospital) };
}

const authorId = ({ idOf }: Frame) => idOf('platform', 'Organization', 'platform');
const authorEntry = (frame: Frame): BundleEntry =>
  entryOf(authorId(frame), { resourceType: 'Organization', name: '惠民健康 Huimin Health' });

function compositionEntry(frame: Frame, section: object[]): BundleEntry {
  return entryOf(frame.idOf('platform', 'Composition', frame.id), {
    resourceType: 'Composition',
    language: 'zh-CN',
    status: 'final',
    type: concept({ code: '60591-5', display: 'Patient summary Document' }),
    subject: { reference: urlOf(frame.person.id) },
    date: frame.at,
    author: [{ reference: urlOf(authorId(frame)) }],
    title: '健康摘要 International Patient Summary',
    section,
  });
}

function toSection(section: Section, parts: readonly Part[], silence: Silence): ExactResource {
  const { display, text } = silences[silence];
  const system = systems.emptyReason;
  return {
    title: section.title,
    code: concept(section),
    text: tableOf(
      parts.map(({ kept }) => kept.line),
      text,
    ),
    ...(parts.length > 0
      ? { entry: parts.map(({ entry }) => ({ reference: entry.fullUrl })) }
      : { emptyReason: { coding: [{ system, code: silence, display }] } }),
  };
}
