CREATE TABLE "contraceptive_services" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"region_path" text NOT NULL,
	"served_on" date NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	"worker_id" uuid NOT NULL,
	"worker_name" text NOT NULL,
	"need" text NOT NULL,
	"desired_method" text NOT NULL,
	"method" text NOT NULL,
	"conditions" text[] DEFAULT '{}' NOT NULL,
	"eligibility_table" text NOT NULL,
	"category" smallint,
	"advice" text NOT NULL,
	"clinician" text DEFAULT '' NOT NULL,
	"clinician_reason" text DEFAULT '' NOT NULL,
	"agreed" text NOT NULL,
	"issued" text DEFAULT '' NOT NULL,
	"quantity" smallint DEFAULT 0 NOT NULL,
	"lot" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "contraceptive_services_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "fertility_registrations" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"region_path" text NOT NULL,
	"channel" text NOT NULL,
	"rule" date NOT NULL,
	"child_order" smallint NOT NULL,
	"married" boolean,
	"registered_on" date NOT NULL,
	"valid_until" date NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"registered_by" uuid NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_as" text,
	CONSTRAINT "fertility_registrations_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "planning_enrolments" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"region_path" text NOT NULL,
	"said" text NOT NULL,
	"migrant" boolean DEFAULT false NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_as" text,
	CONSTRAINT "planning_enrolments_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "planning_follow_ups" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"region_path" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"due_from" date NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"tried_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"worker_id" uuid,
	"worker_name" text DEFAULT '' NOT NULL,
	"outcome" text,
	"event_on" date,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "planning_follow_ups_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "preconception_checks" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"region_path" text NOT NULL,
	"couple_id" uuid NOT NULL,
	"part" text NOT NULL,
	"partner_id" uuid,
	"rule" date NOT NULL,
	"migrant" boolean DEFAULT false NOT NULL,
	"started_on" date NOT NULL,
	"started_by" uuid NOT NULL,
	"grade" text,
	"reasons" text[] DEFAULT '{}' NOT NULL,
	"advice" text DEFAULT '' NOT NULL,
	"graded_at" timestamp with time zone,
	"graded_by" uuid,
	"grader_name" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_as" text,
	CONSTRAINT "preconception_checks_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "preconception_results" (
	"resident_id" uuid NOT NULL,
	"check_id" uuid NOT NULL,
	"code" text NOT NULL,
	"revision" smallint NOT NULL,
	"value" text NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"low" text DEFAULT '' NOT NULL,
	"high" text DEFAULT '' NOT NULL,
	"flag" text NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	"noted_by" uuid NOT NULL,
	CONSTRAINT "preconception_results_resident_id_check_id_code_revision_pk" PRIMARY KEY("resident_id","check_id","code","revision")
);
--> statement-breakpoint
CREATE INDEX "contraceptive_services_day" ON "contraceptive_services" USING btree ("served_on","region_path");--> statement-breakpoint
CREATE UNIQUE INDEX "fertility_registrations_open" ON "fertility_registrations" USING btree ("resident_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "fertility_registrations_day" ON "fertility_registrations" USING btree ("registered_on","region_path");--> statement-breakpoint
CREATE UNIQUE INDEX "planning_enrolments_in_force" ON "planning_enrolments" USING btree ("resident_id","facility_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "planning_enrolments_facility" ON "planning_enrolments" USING btree ("facility_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "planning_enrolments_area" ON "planning_enrolments" USING btree ("region_path" text_pattern_ops) WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "planning_follow_ups_open" ON "planning_follow_ups" USING btree ("resident_id","kind","subject_id") WHERE state in ('open', 'lost');--> statement-breakpoint
CREATE INDEX "planning_follow_ups_due" ON "planning_follow_ups" USING btree ("facility_id","due_on") WHERE state in ('open', 'lost');--> statement-breakpoint
CREATE INDEX "planning_follow_ups_figures" ON "planning_follow_ups" USING btree ("due_on","region_path");--> statement-breakpoint
CREATE UNIQUE INDEX "preconception_checks_open" ON "preconception_checks" USING btree ("resident_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "preconception_checks_day" ON "preconception_checks" USING btree ("started_on","region_path");
