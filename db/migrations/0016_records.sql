CREATE TABLE "identity_links" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"resident_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"rule" text NOT NULL,
	"score" numeric(6, 2),
	"evidence" jsonb NOT NULL,
	"decided_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text,
	"undone_why" text,
	CONSTRAINT "identity_links_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "record_entries" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"facility_id" text NOT NULL,
	"source_id" text NOT NULL,
	"source_patient" text NOT NULL,
	"source_version" text NOT NULL,
	"source_updated" timestamp with time zone NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"body" jsonb,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"status" text DEFAULT '' NOT NULL,
	"code" text DEFAULT '' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"encounter_id" uuid,
	"topic" text DEFAULT 'general' NOT NULL,
	"search" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "record_entries_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "record_history" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"type" text NOT NULL,
	"source_version" text NOT NULL,
	"source_updated" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"deleted" boolean NOT NULL,
	"body" jsonb,
	CONSTRAINT "record_history_resident_id_id_version_pk" PRIMARY KEY("resident_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "source_patients" (
	"facility_id" text NOT NULL,
	"source_id" text NOT NULL,
	"resident_id" uuid NOT NULL,
	"state" text NOT NULL,
	"decided_by_hand" boolean DEFAULT false NOT NULL,
	"name" text NOT NULL,
	"sex" text NOT NULL,
	"birth_date" text DEFAULT '' NOT NULL,
	"id_sealed" text,
	"id_masked" text DEFAULT '' NOT NULL,
	"phone_hashes" text[] DEFAULT '{}' NOT NULL,
	"birth_order" integer,
	"source_version" text NOT NULL,
	"source_updated" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "source_patients_facility_id_source_id_pk" PRIMARY KEY("facility_id","source_id")
);
--> statement-breakpoint
ALTER TABLE "his_endpoints" ADD COLUMN "records_lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "his_endpoints" ADD COLUMN "records_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "identity_links_patient" ON "identity_links" USING btree ("facility_id","source_id");--> statement-breakpoint
CREATE INDEX "identity_links_resident" ON "identity_links" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "record_entries_when" ON "record_entries" USING btree ("resident_id","type","starts_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "record_entries_source" ON "record_entries" USING btree ("facility_id","type","source_patient");--> statement-breakpoint
CREATE INDEX "record_entries_search" ON "record_entries" USING gin ("search");--> statement-breakpoint
CREATE INDEX "source_patients_resident" ON "source_patients" USING btree ("resident_id");--> statement-breakpoint
CREATE INDEX "source_patients_review" ON "source_patients" USING btree ("facility_id","seen_at") WHERE state = 'review';