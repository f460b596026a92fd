import type { NextConfig } from 'next';

/** The web process: pages only, no database, behind the front (server/api.ts) on a loopback port. */
const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  devIndicators: false,
  images: { unoptimized: true },
  // types are checked once, by `npm run check`
  typescript: { ignoreBuildErrors: true },
  // titles belong in the first bytes of the page for everybody, not only for crawlers
  htmlLimitedBots: /.*/,
  allowedDevOrigins: ['127.0.0.1'],
  logging: { serverFunctions: false },
  experimental: { agentUpgrade: false, optimizePackageImports: ['@mantine/core', '@mantine/hooks'] },
};
export default config;
