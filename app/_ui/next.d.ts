// next-env.d.ts exists only after a first build; style sheets must type-check in a fresh clone too.
/// <reference types="next" />
/// <reference types="next/types/global" />
