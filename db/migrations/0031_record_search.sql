DROP INDEX "record_entries_id";--> statement-breakpoint
DROP INDEX "record_entries_source";--> statement-breakpoint
ALTER TABLE "record_entries" DROP CONSTRAINT "record_entries_resident_id_id_pk";--> statement-breakpoint
-- compared byte by byte: the order of a language costs their indexes many times as much (the generator cannot say it of a list)
ALTER TABLE "record_entries" ALTER COLUMN "type" SET DATA TYPE text collate "C",
  ALTER COLUMN "search" SET DATA TYPE text[] collate "C",
  ADD COLUMN "search_values" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "record_entries" ADD CONSTRAINT "record_entries_id_resident_id_pk" PRIMARY KEY("id","resident_id");--> statement-breakpoint
CREATE INDEX "record_entries_guarded" ON "record_entries" USING btree ("resident_id","encounter_id") WHERE topic <> 'general';--> statement-breakpoint
CREATE INDEX "record_entries_times" ON "record_entries" USING brin ("updated_at","starts_at","ends_at") WITH (pages_per_range=32,autosummarize=true);--> statement-breakpoint
CREATE INDEX "record_entries_source" ON "record_entries" USING btree ("facility_id","type");--> statement-breakpoint
-- a card's number lies nowhere but sealed: until now it could be searched by
UPDATE "record_entries" SET "search" = array(SELECT s FROM unnest("search") AS s WHERE s !~ '^identifier=.*\|[1-9]\d{16}[\dXx]$')
WHERE "type" IN ('Patient', 'RelatedPerson') AND "search"::text LIKE '%identifier=%';
