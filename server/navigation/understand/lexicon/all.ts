import { belly } from './belly.ts';
import { bloodGlandsKidney } from './blood-glands-kidney.ts';
import { bonesAndSkin } from './bones-and-skin.ts';
import { chest } from './chest.ts';
import { headAndSenses } from './head-and-senses.ts';
import { infectionAndTcm } from './infection-and-tcm.ts';
import { nervesAndMind } from './nerves-and-mind.ts';
import { womenMenChildren } from './women-men-children.ts';
import type { Entry } from './write-entry.ts';

/** Every word that we know to point to a department. Written for this product, 2026-11-23. */
export const lexicon: readonly Entry[] = [
  ...chest,
  ...belly,
  ...bloodGlandsKidney,
  ...nervesAndMind,
  ...bonesAndSkin,
  ...womenMenChildren,
  ...headAndSenses,
  ...infectionAndTcm,
];
