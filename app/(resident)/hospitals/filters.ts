/** What the address of the hospital list says. Each step has its own address, so going back works. */
export type Filters = { q: string; region: string; level: string; department: string; cursor: string };

type Query = Record<string, string | string[] | undefined>;

export function readFilters(query: Query): Filters {
  const text = (name: string, form: RegExp) => {
    const value = query[name];
    return typeof value === 'string' && form.test(value) ? value : '';
  };
  // of two area choices in one form, the county is the finer one
  const [city, county] = [text('city', /^\d{12}$/), text('county', /^\d{12}$/)];
  const within = county !== '' && (city === '' || county.startsWith(city.slice(0, 4))) ? county : city;
  return {
    q: text('q', /^.{1,40}$/su).trim(),
    region: text('region', /^\d{12}$/) || within,
    level: text('level', /^[0-3]$/),
    department: text('department', /^[\d.]{1,10}$/),
    cursor: text('cursor', /^.{1,60}$/),
  };
}

/** The list's address with these filters; empty ones are left out. */
export function hospitalsPath(filters: Partial<Filters>): string {
  const query = new URLSearchParams(
    Object.entries(filters).filter((entry) => entry[1] !== '' && entry[1] !== undefined),
  );
  return query.size > 0 ? `/hospitals?${query}` : '/hospitals';
}
