CREATE TABLE "cancellations" (
	"resident_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "cancellations_resident_id_appointment_id_pk" PRIMARY KEY("resident_id","appointment_id")
);
--> statement-breakpoint
CREATE TABLE "booking_bans" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scope" text NOT NULL,
	"facility_id" text,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"strikes_max" smallint NOT NULL,
	"appointment_ids" uuid[] NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_cause" text,
	CONSTRAINT "booking_bans_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "fault_windows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"region_path" text NOT NULL,
	"facility_id" text,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "missed_visits" (
	"facility_id" text NOT NULL,
	"appointment_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"cause" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_cause" text,
	"lifted_by" text,
	"lifted_reason" text,
	CONSTRAINT "missed_visits_facility_id_appointment_id_pk" PRIMARY KEY("facility_id","appointment_id")
);
--> statement-breakpoint
CREATE TABLE "strike_appeals" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"region_path" text NOT NULL,
	"account_id" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"answer" text,
	CONSTRAINT "strike_appeals_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "strikes" (
	"resident_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"department_id" text NOT NULL,
	"visit_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"scope" text NOT NULL,
	"strikes_max" smallint NOT NULL,
	"ban_days" smallint NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_cause" text,
	CONSTRAINT "strikes_resident_id_appointment_id_pk" PRIMARY KEY("resident_id","appointment_id")
);
--> statement-breakpoint
CREATE TABLE "department_limits" (
	"department_id" text NOT NULL,
	"effective_from" date NOT NULL,
	"sex" text,
	"min_age" smallint,
	"max_age" smallint,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "department_limits_department_id_effective_from_pk" PRIMARY KEY("department_id","effective_from")
);
--> statement-breakpoint
CREATE TABLE "rule_bounds" (
	"effective_from" date PRIMARY KEY NOT NULL,
	"bounds" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"facility_id" text NOT NULL,
	"kind" text NOT NULL,
	"effective_from" date NOT NULL,
	"changes" jsonb NOT NULL,
	"reason" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "next_day_cutoff" time DEFAULT '24:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "same_day_time" time DEFAULT '07:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "township_hours" smallint DEFAULT 72 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "public_hours" smallint DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "desk_open_minutes" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "strikes_max" smallint DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "strike_days" smallint DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "ban_days" smallint DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "ban_scope" text DEFAULT 'province' NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "cancels_max" smallint DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "cancel_days" smallint DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "cutoff_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "reopens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "pool_times" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "pools_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "missed_visits" ADD CONSTRAINT "missed_visits_facility_id_appointment_id_appointments_facility_id_id_fk" FOREIGN KEY ("facility_id","appointment_id") REFERENCES "public"."appointments"("facility_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "missed_visits_recent" ON "missed_visits" USING btree ("facility_id","judged_at");--> statement-breakpoint
CREATE UNIQUE INDEX "strike_appeals_strike" ON "strike_appeals" USING btree ("resident_id","appointment_id");--> statement-breakpoint
CREATE INDEX "strike_appeals_open" ON "strike_appeals" USING btree ("due_at") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "rule_changes_recent" ON "rule_changes" USING btree ("facility_id","changed_at");--> statement-breakpoint
CREATE INDEX "sessions_pools_due" ON "sessions" USING btree ("pools_due_at") WHERE pools_due_at is not null;