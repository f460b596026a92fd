/** A value as the laboratory printed it; bounds are '' when none were given. */
export type ReadingView = {
  title: string;
  value: string;
  unit: string;
  low: string;
  high: string;
  flag: 'high' | 'low' | 'normal' | 'abnormal' | '';
};
