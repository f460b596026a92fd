CREATE TABLE "identity_reviews" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"candidate_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"score" numeric(6, 2),
	"evidence" jsonb NOT NULL,
	"region_path" text NOT NULL,
	"status" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decided_by_name" text,
	"reason" text,
	CONSTRAINT "identity_reviews_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "resident_keys" (
	"resident_id" uuid PRIMARY KEY NOT NULL,
	"keys" bigint[] NOT NULL,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "source_patients" ADD COLUMN "other_names" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "source_patients" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "source_patients" ADD COLUMN "kin" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "source_patients" ADD COLUMN "kin_hashes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "source_patients" ADD COLUMN "keys" bigint[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "source_patients" ADD COLUMN "settled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "identity_reviews_waiting" ON "identity_reviews" USING btree ("facility_id","source_id") WHERE status in ('open', 'asked');--> statement-breakpoint
CREATE INDEX "identity_reviews_patient" ON "identity_reviews" USING btree ("facility_id","source_id");--> statement-breakpoint
CREATE INDEX "identity_reviews_region" ON "identity_reviews" USING btree ("region_path" text_pattern_ops,"status");--> statement-breakpoint
CREATE INDEX "resident_keys_keys" ON "resident_keys" USING gin ("keys");--> statement-breakpoint
CREATE INDEX "source_patients_keys" ON "source_patients" USING gin ("keys");--> statement-breakpoint
CREATE INDEX "source_patients_unsettled" ON "source_patients" USING btree ("facility_id","source_id") WHERE not settled;