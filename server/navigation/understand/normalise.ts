import { Phrases, replaceAll } from './phrases.ts';
import { toSimplified, variants } from './variants.ts';

const folding = new Phrases(variants);

/**
 * One way of writing: width, case, simplified characters, lay and dialect words, and three marks: `。` ends a
 * sentence, `，` a clause, `、` a member of a list. Folding twice changes nothing more.
 */
export function normalise(text: string): string {
  const plain = toSimplified(text.normalize('NFKC').toLowerCase())
    .replace(/(\d)[.。](\d)/g, '$1·$2')
    .replace(/[.!?;:。…\n\r~]+/g, '。')
    .replace(/[,，()"'“”‘’【】[\]《》/\\|*_+\-—]+/g, '，')
    .replace(/·/g, '.')
    .replace(/[ \t\u3000]+/g, '，');
  const once = replaceAll(plain, folding);
  const twice = replaceAll(once, folding);
  return (twice === once ? once : replaceAll(twice, folding)).replace(/，*。[，。]*/g, '。').replace(/，{2,}/g, '，');
}

/** A term of a rule in the same spelling, keeping `…` as the place of a gap. */
export const normaliseTerm = (term: string): string =>
  term
    .split('…')
    .map((part) => replaceAll(replaceAll(toSimplified(part.normalize('NFKC').toLowerCase()), folding), folding))
    .join('…');
