import { migrateDatabase } from './migrations.ts';

const url = process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is not set: name the database to migrate, e.g. DATABASE_URL=postgres://user@host/huimin');
  process.exit(2);
}
await migrateDatabase(url);
console.log('The schema is up to date.');
