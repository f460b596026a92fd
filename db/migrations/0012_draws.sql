CREATE TABLE "account_addresses" (
	"day" date NOT NULL,
	"address_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "account_addresses_day_address_hash_account_id_pk" PRIMARY KEY("day","address_hash","account_id")
);
--> statement-breakpoint
CREATE TABLE "behaviour_flags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"facility_id" text,
	"count" integer NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"verdict" text,
	"note" text,
	"reviewed_by" text,
	"reviewed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "busy_minutes" (
	"minute" timestamp with time zone NOT NULL,
	"account_id" uuid NOT NULL,
	"actions" integer NOT NULL,
	CONSTRAINT "busy_minutes_minute_account_id_pk" PRIMARY KEY("minute","account_id")
);
--> statement-breakpoint
CREATE TABLE "draw_entries" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"channel" text NOT NULL,
	"status" text NOT NULL,
	"place" integer,
	"ticket_number" smallint,
	"later" boolean DEFAULT false NOT NULL,
	"reason" text,
	"appointment_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "draw_entries_facility_id_id_pk" PRIMARY KEY("facility_id","id"),
	CONSTRAINT "draw_entries_won" CHECK ((status = 'won') = (appointment_id is not null and ticket_number is not null))
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"facility_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"status" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"commitment" text NOT NULL,
	"committed_at" timestamp with time zone NOT NULL,
	"seed_sealed" text NOT NULL,
	"seed" text,
	"list_hash" text,
	"offered" smallint[],
	"closed_at" timestamp with time zone,
	"drawn_at" timestamp with time zone,
	CONSTRAINT "draws_facility_id_session_id_pk" PRIMARY KEY("facility_id","session_id"),
	CONSTRAINT "draws_promise_first" CHECK (committed_at <= opens_at and opens_at < closes_at)
);
--> statement-breakpoint
CREATE TABLE "resident_draws" (
	"resident_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"waiting" smallint DEFAULT 1 NOT NULL,
	"seat" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resident_draws_resident_id_entry_id_pk" PRIMARY KEY("resident_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "session_templates" ADD COLUMN "draw_minutes" smallint;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "draw_opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "draw_closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "draw_entries" ADD CONSTRAINT "draw_entries_facility_id_session_id_draws_facility_id_session_id_fk" FOREIGN KEY ("facility_id","session_id") REFERENCES "public"."draws"("facility_id","session_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_facility_id_session_id_sessions_facility_id_id_fk" FOREIGN KEY ("facility_id","session_id") REFERENCES "public"."sessions"("facility_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "behaviour_flags_subject" ON "behaviour_flags" USING btree ("kind","subject");--> statement-breakpoint
CREATE INDEX "behaviour_flags_open" ON "behaviour_flags" USING btree ("last_seen_at");--> statement-breakpoint
CREATE INDEX "behaviour_flags_facility" ON "behaviour_flags" USING btree ("facility_id","last_seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "draw_entries_person" ON "draw_entries" USING btree ("facility_id","session_id","resident_id");--> statement-breakpoint
CREATE UNIQUE INDEX "draw_entries_ticket" ON "draw_entries" USING btree ("facility_id","session_id","ticket_number") WHERE status = 'won';--> statement-breakpoint
CREATE INDEX "draws_due" ON "draws" USING btree ("closes_at") WHERE status in ('intake', 'closed');--> statement-breakpoint
CREATE UNIQUE INDEX "resident_draws_seat" ON "resident_draws" USING btree ("resident_id","seat") WHERE waiting = 1;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_draw_times" CHECK ((draw_opens_at is null) = (draw_closes_at is null) and draw_opens_at < draw_closes_at);