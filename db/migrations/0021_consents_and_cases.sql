CREATE TABLE "cases" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"about_at" timestamp with time zone,
	"facility_id" text,
	"region_path" text NOT NULL,
	"opened_by" text NOT NULL,
	"question" text DEFAULT '' NOT NULL,
	"stage" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"escalated_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"answered_as" text,
	"outcome" text,
	"answer" text,
	CONSTRAINT "cases_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"topic" text NOT NULL,
	"given" boolean NOT NULL,
	"text_version" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "consents_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "denials" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"entry_id" uuid,
	"facility_id" text,
	"worker_id" uuid,
	"worker_name" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "denials_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "glass_openings" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"facility_id" text NOT NULL,
	"cause" text NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "glass_openings_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "share_codes" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "share_codes_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "share_uses" (
	"resident_id" uuid NOT NULL,
	"code_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "share_uses_resident_id_code_id_account_id_pk" PRIMARY KEY("resident_id","code_id","account_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "cases_open" ON "cases" USING btree ("resident_id","kind","subject_id") WHERE stage <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_subject" ON "cases" USING btree ("resident_id","subject_id");--> statement-breakpoint
CREATE INDEX "cases_facility" ON "cases" USING btree ("facility_id","due_at") WHERE stage <> 'closed';--> statement-breakpoint
CREATE INDEX "cases_overdue" ON "cases" USING btree ("due_at") WHERE stage = 'facility';--> statement-breakpoint
CREATE INDEX "cases_official" ON "cases" USING btree ("due_at") WHERE stage = 'official';--> statement-breakpoint
CREATE INDEX "consents_latest" ON "consents" USING btree ("resident_id","purpose","topic","at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "denials_in_force" ON "denials" USING btree ("resident_id","kind","subject") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "glass_openings_account" ON "glass_openings" USING btree ("resident_id","account_id","until");--> statement-breakpoint
CREATE INDEX "share_codes_code" ON "share_codes" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "access_events_recent" ON "access_events" USING btree ("resident_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);