/**
 * Weights after Fellegi and Sunter (1969), in bits: log2 of how much likelier an outcome is for one person than for two.
 * The share among true pairs (`m`) is measured on the generated people of the training seed (`npm run bench -- identity`),
 * that among strangers (`u`) is arithmetic of a province: 25,000 birthdays, 34,000 villages, families with one phone.
 */
export const weights = {
  /** One of 80 million (population of the province, census of 2020) is right before anything is compared. */
  prior: -26.3,
  // added to the bits of the name itself; 'part' and 'different' stand alone
  name: { same: 0, sound: -4.5, near: -6, part: -3, different: -9 },
  // 'slip': some 60 days are one slip away; 'year': only the year is known
  birthDate: { same: 14.5, slip: 1.3, year: 5, different: -8 },
  sex: { same: 1, different: -7 },
  // a slip makes the number of nobody, so it can hardly be a stranger's; two right numbers are two people
  idNumber: { same: 26, slip: 20, different: -9 },
  // a telephone is a family's: it counts less than its rarity, and name and date must say who
  phone: { same: 12, different: -1.9 },
  // neighbours share family names and generations, so that a village counts less than its rarity
  place: { village: 11, town: 5.5, county: 2.5, different: -1.5 },
  kin: { number: 14, name: 10, different: -1 },
  birthOrder: { same: 2, different: -26 },
} as const;

/** Links by themselves begin at 11 bits: one error in 2,000 there, where one link in 300 lies. People are asked from even odds on. */
export const thresholds = { link: 11, review: 0, lead: 8 } as const;
