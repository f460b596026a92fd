/** One password for every sample account; accepted nowhere but on the demo database, where they exist. */
export const demoPassword = 'huimin-demo-2026';
