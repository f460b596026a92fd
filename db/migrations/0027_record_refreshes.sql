CREATE TABLE "record_refresh_hospitals" (
	"resident_id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"state" text NOT NULL,
	"news" integer DEFAULT 0 NOT NULL,
	"reason" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "record_refresh_hospitals_resident_id_facility_id_pk" PRIMARY KEY("resident_id","facility_id")
);
--> statement-breakpoint
CREATE TABLE "record_refreshes" (
	"resident_id" uuid PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
