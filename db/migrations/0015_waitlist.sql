CREATE TABLE "ticket_returns" (
	"facility_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"returned_at" timestamp with time zone NOT NULL,
	"back_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ticket_returns_facility_id_session_id_number_pk" PRIMARY KEY("facility_id","session_id","number")
);
--> statement-breakpoint
CREATE TABLE "resident_waits" (
	"resident_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"date" date NOT NULL,
	"seat" smallint NOT NULL,
	"active" smallint DEFAULT 1 NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "resident_waits_resident_id_entry_id_pk" PRIMARY KEY("resident_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "waitlist_entries" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"ticket_number" smallint,
	"offered_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"appointment_id" uuid,
	CONSTRAINT "waitlist_entries_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "wait_minutes" smallint DEFAULT 120 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "wait_eve_minutes" smallint DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "wait_day_minutes" smallint DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "return_from_minutes" smallint DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "return_to_minutes" smallint DEFAULT 120 NOT NULL;--> statement-breakpoint
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_facility_id_session_id_sessions_facility_id_id_fk" FOREIGN KEY ("facility_id","session_id") REFERENCES "public"."sessions"("facility_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_facility_id_session_id_ticket_number_tickets_facility_id_session_id_number_fk" FOREIGN KEY ("facility_id","session_id","ticket_number") REFERENCES "public"."tickets"("facility_id","session_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ticket_returns_due" ON "ticket_returns" USING btree ("back_at");--> statement-breakpoint
CREATE UNIQUE INDEX "resident_waits_seat" ON "resident_waits" USING btree ("resident_id","seat") WHERE active = 1;--> statement-breakpoint
CREATE UNIQUE INDEX "waitlist_entries_person" ON "waitlist_entries" USING btree ("facility_id","session_id","resident_id") WHERE state in ('waiting', 'offered');--> statement-breakpoint
CREATE UNIQUE INDEX "waitlist_entries_ticket" ON "waitlist_entries" USING btree ("facility_id","session_id","ticket_number") WHERE state = 'offered';--> statement-breakpoint
CREATE INDEX "waitlist_entries_order" ON "waitlist_entries" USING btree ("facility_id","session_id","joined_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "waitlist_entries_expiring" ON "waitlist_entries" USING btree ("expires_at") WHERE state = 'offered';