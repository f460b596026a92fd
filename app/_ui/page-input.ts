/** What Next hands to a page. Its own global of this kind exists only after a build. */
export type PageInput<Params extends string = never> = {
  params: Promise<Record<Params, string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
