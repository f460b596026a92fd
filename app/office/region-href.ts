import type { Measure } from './figures.ts';

export const regionHref = (code: string, measure: Measure): string =>
  `/office/region/${code}${measure === 'bookings' ? '' : `?measure=${measure}`}`;
