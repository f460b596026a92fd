import { z } from 'zod';

export const facilityKind = z.enum(['hospital', 'township_centre', 'village_clinic']);
export const facilityCard = z.object({
  id: z.string(),
  name: z.string(),
  kind: facilityKind,
  level: z.number(),
  grade: z.string(),
  type: z.string(),
  provincial: z.boolean(),
  cityName: z.string(),
  countyName: z.string(),
  address: z.string(),
  phone: z.string(),
  bookable: z.boolean(),
  sample: z.boolean(),
});
export const searchInput = z.object({
  /** Name, pinyin or initials of a hospital, department or doctor. */
  q: z.string().trim().max(40).default(''),
  regionCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullish(),
  level: z.number().int().min(0).max(3).nullish(),
  catalogCode: z.string().max(10).nullish(),
  cursor: z.string().max(200).nullish(),
  limit: z.number().int().min(1).max(50).default(20),
});
export const searchOutput = z.object({
  facilities: z.array(
    facilityCard.extend({ matchedDepartments: z.array(z.object({ id: z.string(), name: z.string() })) }),
  ),
  doctors: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      facilityId: z.string(),
      facilityName: z.string(),
      departmentId: z.string(),
      departmentName: z.string(),
    }),
  ),
  next: z.string().nullable(),
  total: z.number(),
  /** The word that was looked for instead, as what was typed is found nowhere. */
  near: z.string().nullable(),
});
export const regionsInput = z.object({
  code: z
    .string()
    .regex(/^\d{12}$/)
    .default('510000000000'),
});
export const regionView = z.object({
  code: z.string(),
  name: z.string(),
  level: z.number(),
  parentCode: z.string().nullable(),
});
export const departmentView = z.object({
  id: z.string(),
  name: z.string(),
  catalogCode: z.string(),
  place: z.string(),
  summary: z.string(),
  nextFree: z.date().nullable(),
});
export const facilityOutput = z.object({ facility: facilityCard, departments: z.array(departmentView) });
export const departmentOutput = z.object({
  facility: facilityCard,
  department: departmentView,
  doctors: z.array(z.object({ id: z.string(), name: z.string(), title: z.string(), skills: z.string() })),
});
export const doctorOutput = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  skills: z.string(),
  roles: z.array(
    z.object({
      facilityId: z.string(),
      facilityName: z.string(),
      departmentId: z.string(),
      departmentName: z.string(),
    }),
  ),
});
/** The areas from the province down to the one asked for, and those right below it: two steps of a cascade. */
export const regionsOutput = z.object({ path: z.array(regionView), children: z.array(regionView) });
export const facilityInput = z.object({ facilityId: z.string().max(20) });
export const departmentInput = z.object({ departmentId: z.string().max(40) });
export const doctorInput = z.object({ practitionerId: z.string().max(60) });
/** Departments of the national catalogue that somebody can be booked at, by how many hospitals have them. */
export const catalogOutput = z.array(
  z.object({ code: z.string(), name: z.string(), parentCode: z.string().nullable(), facilities: z.number() }),
);
