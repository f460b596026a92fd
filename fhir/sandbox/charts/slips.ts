import type { FhirResource } from '../../resources/resource.ts';
import { hashOf } from './people.ts';

/**
 * What hospitals' systems really get wrong, in some of a hundred entries, the same ones every time: a state of their own,
 * a time without its zone, a narrative without its status, a code or a diagnosis that is theirs alone.
 */
export function withSlip(resource: FhirResource): FhirResource {
  const chance = hashOf('slip', String(resource.id)) % 100;
  if (resource.resourceType === 'Condition' && chance < 6) {
    return { ...resource, code: { text: (resource.code as { text?: string }).text } };
  }
  if (resource.resourceType !== 'Observation') return resource;
  if (chance < 2) return { ...resource, status: 'reviewed' };
  if (chance < 4) return { ...resource, effectiveDateTime: String(resource.effectiveDateTime).slice(0, 19) };
  if (chance < 8) return { ...resource, text: { div: '<div xmlns="http://www.w3.org/1999/xhtml">检验结果</div>' } };
  if (chance < 16) return { ...resource, code: ownCode(resource) };
  return resource;
}

function ownCode({ code }: FhirResource) {
  const { coding, text } = code as { coding?: { code: string }[]; text?: string };
  return { coding: [{ system: 'urn:his:lab', code: `LIS-${coding?.[0]?.code ?? ''}`, display: text }], text };
}
