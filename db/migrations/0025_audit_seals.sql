CREATE TABLE "access_links" (
	"resident_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"chain" smallint NOT NULL,
	"position" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "access_links_resident_id_event_id_pk" PRIMARY KEY("resident_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "audit_checkpoints" (
	"number" integer PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"signature" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_links" (
	"facility_id" text NOT NULL,
	"event_id" uuid NOT NULL,
	"chain" smallint NOT NULL,
	"position" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_links_facility_id_event_id_pk" PRIMARY KEY("facility_id","event_id")
);
--> statement-breakpoint
CREATE INDEX "access_links_chain" ON "access_links" USING btree ("chain","position","event_id");--> statement-breakpoint
CREATE INDEX "audit_links_chain" ON "audit_links" USING btree ("chain","position","event_id");--> statement-breakpoint
CREATE INDEX "access_events_at" ON "access_events" USING brin ("at");--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING brin ("at");