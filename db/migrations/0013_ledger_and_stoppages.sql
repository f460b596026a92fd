CREATE TABLE "ledger_alerts" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"findings" jsonb NOT NULL,
	"halted" boolean NOT NULL,
	"released_at" timestamp with time zone,
	"released_by" text,
	"reason" text,
	CONSTRAINT "ledger_alerts_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "ledger_checks" (
	"facility_id" text NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"sessions" integer NOT NULL,
	"tickets" integer NOT NULL,
	"drifting" integer NOT NULL,
	CONSTRAINT "ledger_checks_facility_id_pk" PRIMARY KEY("facility_id")
);
--> statement-breakpoint
CREATE TABLE "stoppage_calls" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"account_id" text NOT NULL,
	"called_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stoppage_calls_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "stoppage_sessions" (
	"facility_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"stoppage_id" uuid NOT NULL,
	CONSTRAINT "stoppage_sessions_facility_id_session_id_pk" PRIMARY KEY("facility_id","session_id")
);
--> statement-breakpoint
CREATE TABLE "stoppages" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"department_id" text,
	"practitioner_id" text,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"reason" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"placed_at" timestamp with time zone,
	CONSTRAINT "stoppages_facility_id_id_pk" PRIMARY KEY("facility_id","id"),
	CONSTRAINT "stoppages_whose" CHECK (num_nonnulls(department_id, practitioner_id) = 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_alerts_open" ON "ledger_alerts" USING btree ("facility_id","session_id") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "ledger_alerts_found" ON "ledger_alerts" USING btree ("found_at");--> statement-breakpoint
CREATE INDEX "stoppage_calls_appointment" ON "stoppage_calls" USING btree ("facility_id","appointment_id");--> statement-breakpoint
CREATE INDEX "stoppage_sessions_stoppage" ON "stoppage_sessions" USING btree ("facility_id","stoppage_id");--> statement-breakpoint
CREATE INDEX "stoppages_dates" ON "stoppages" USING btree ("facility_id","to_date");