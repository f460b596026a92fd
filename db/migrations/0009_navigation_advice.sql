CREATE TABLE "facility_services" (
	"facility_id" text NOT NULL,
	"kind" text NOT NULL,
	"available" boolean DEFAULT true NOT NULL,
	"hours" jsonb NOT NULL,
	"phone" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"owner" text NOT NULL,
	"reviewed_on" date NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"changed_by" text DEFAULT 'system' NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "facility_services_facility_id_kind_pk" PRIMARY KEY("facility_id","kind")
);
--> statement-breakpoint
CREATE TABLE "outbreak_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"region_code" text NOT NULL,
	"region_path" text NOT NULL,
	"disease" text NOT NULL,
	"action" text NOT NULL,
	"advice_zh" text NOT NULL,
	"advice_en" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "sample_tariffs" (
	"level" smallint NOT NULL,
	"valid_from" date NOT NULL,
	"visit_fee_fen" integer NOT NULL,
	"further_fen" integer NOT NULL,
	"deductible_fen" integer NOT NULL,
	"paid_share" double precision NOT NULL,
	"paid_share_referred" double precision NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "sample_tariffs_level_valid_from_pk" PRIMARY KEY("level","valid_from")
);
--> statement-breakpoint
CREATE TABLE "advice_counts" (
	"day" date NOT NULL,
	"rules_version" text NOT NULL,
	"model_version" text NOT NULL,
	"outcome" text NOT NULL,
	"rule_id" text DEFAULT '' NOT NULL,
	"advised" text DEFAULT '' NOT NULL,
	"sureness" text DEFAULT '' NOT NULL,
	"chosen" text DEFAULT '' NOT NULL,
	"rank" smallint DEFAULT 0 NOT NULL,
	"slot" smallint NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "advice_counts_pk" PRIMARY KEY("day","rules_version","model_version","outcome","rule_id","advised","sureness","chosen","rank","slot")
);
--> statement-breakpoint
CREATE TABLE "triage_answers" (
	"facility_id" text NOT NULL,
	"appointment_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"answers_sealed" text,
	"advised" text NOT NULL,
	"flagged" text DEFAULT '' NOT NULL,
	"confidence" double precision NOT NULL,
	"rules_version" text NOT NULL,
	"model_version" text NOT NULL,
	"agreed_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "triage_answers_facility_id_appointment_id_pk" PRIMARY KEY("facility_id","appointment_id")
);
--> statement-breakpoint
ALTER TABLE "facility_services" ADD CONSTRAINT "facility_services_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbreak_notices" ADD CONSTRAINT "outbreak_notices_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "triage_answers" ADD CONSTRAINT "triage_answers_facility_id_appointment_id_appointments_facility_id_id_fk" FOREIGN KEY ("facility_id","appointment_id") REFERENCES "public"."appointments"("facility_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "facility_services_kind" ON "facility_services" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "outbreak_notices_path" ON "outbreak_notices" USING btree ("region_path" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "triage_answers_expiring" ON "triage_answers" USING btree ("expires_at") WHERE answers_sealed is not null;