/** Columns of a facility card; the facility is `f`, its city `ci`, its county `co`. */
export const cardColumns = `
  f.id, f.name, f.kind, f.level, f.grade, f.type, f.provincial, coalesce(ci.name, '') as "cityName",
  coalesce(co.name, '') as "countyName", f.address, f.phone, f.bookable, f.sample`;
/** City and county are the second and third step of the path from the province down. */
export const cardJoins = `
  left join regions ci on ci.code = nullif(split_part(f.region_path, '/', 2), '')
  left join regions co on co.code = nullif(split_part(f.region_path, '/', 3), '')`;
