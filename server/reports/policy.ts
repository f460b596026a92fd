/** B9: one's own region and everything below, decided by the path alone, for every kind of client alike. */
export const isWithin = (path: string, topPath: string): boolean => topPath.length > 0 && path.startsWith(topPath);
