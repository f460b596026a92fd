CREATE TABLE "his_counts" (
	"facility_id" text NOT NULL,
	"resource_type" text NOT NULL,
	"told" integer NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "his_counts_facility_id_resource_type_pk" PRIMARY KEY("facility_id","resource_type")
);
--> statement-breakpoint
CREATE TABLE "code_maps" (
	"facility_id" text NOT NULL,
	"system" text NOT NULL,
	"code" text NOT NULL,
	"target_system" text NOT NULL,
	"target_code" text NOT NULL,
	"target_name" text NOT NULL,
	"mapped_by" text NOT NULL,
	"mapped_at" timestamp with time zone NOT NULL,
	CONSTRAINT "code_maps_facility_id_system_code_pk" PRIMARY KEY("facility_id","system","code")
);
--> statement-breakpoint
CREATE TABLE "record_tallies" (
	"facility_id" text NOT NULL,
	"what" text NOT NULL,
	"type" text NOT NULL,
	"key" text DEFAULT '' NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"entries" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"example" uuid NOT NULL,
	CONSTRAINT "record_tallies_facility_id_what_type_key_pk" PRIMARY KEY("facility_id","what","type","key")
);
--> statement-breakpoint
ALTER TABLE "his_rejects" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "his_rejects" ADD COLUMN "tried_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "his_rejects" ADD COLUMN "tried_by" text;--> statement-breakpoint
ALTER TABLE "record_entries" ADD COLUMN "findings" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "record_entries" ADD COLUMN "gap" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "record_entries_gap" ON "record_entries" USING btree ("facility_id","type","gap") WHERE gap <> '';--> statement-breakpoint
-- what is kept already counts too
INSERT INTO "record_tallies" ("facility_id", "what", "type", "entries", "first_at", "last_at", "example")
SELECT "facility_id", CASE WHEN "deleted" THEN 'withdrawn' ELSE 'kept' END, "type", count(*), min("updated_at"), max("updated_at"), (array_agg("id"))[1]
FROM "record_entries" GROUP BY 1, 2, 3;
