import type { Measure } from './figures.ts';

export const regionHref = (code: string, measure: Measure | null): string =>
  `/office/region/${code}${measure ? `?measure=${measure}` : ''}`;
