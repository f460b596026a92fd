CREATE TABLE "follow_ups" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"department_id" text NOT NULL,
	"practitioner_id" text,
	"from_date" date NOT NULL,
	"to_date" date NOT NULL,
	"status" text NOT NULL,
	"booked_id" uuid,
	"account_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follow_ups_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "queue_entries" (
	"facility_id" text NOT NULL,
	"appointment_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"ticket_number" smallint NOT NULL,
	"shown_name" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"priority" text,
	"urgency" smallint DEFAULT 0 NOT NULL,
	"courtesy" boolean DEFAULT false NOT NULL,
	"due_call" integer,
	"station_id" uuid,
	"call_count" smallint DEFAULT 0 NOT NULL,
	"called_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"seconds" integer DEFAULT 0 NOT NULL,
	"moved_to" uuid,
	"moved_from" uuid,
	CONSTRAINT "queue_entries_facility_id_appointment_id_pk" PRIMARY KEY("facility_id","appointment_id"),
	CONSTRAINT "queue_entries_urgency" CHECK (urgency between 0 and 3)
);
--> statement-breakpoint
CREATE TABLE "queue_lines" (
	"facility_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "queue_lines_facility_id_session_id_pk" PRIMARY KEY("facility_id","session_id")
);
--> statement-breakpoint
CREATE TABLE "queue_screens" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"department_id" text,
	"room" text,
	"shows" text NOT NULL,
	"token_hash" text NOT NULL,
	"token_sealed" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "queue_screens_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "queue_stations" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"doctor" text NOT NULL,
	"room" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "queue_stations_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "queue_steps" (
	"facility_id" text NOT NULL,
	"appointment_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"act" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"room" text,
	"reason" text,
	CONSTRAINT "queue_steps_facility_id_appointment_id_seq_pk" PRIMARY KEY("facility_id","appointment_id","seq")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"resident_id" uuid NOT NULL,
	"date" date NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminders_resident_id_date_kind_pk" PRIMARY KEY("resident_id","date","kind")
);
--> statement-breakpoint
CREATE TABLE "proxy_bookings" (
	"facility_id" text NOT NULL,
	"appointment_id" uuid NOT NULL,
	"visit_facility_id" text NOT NULL,
	"resident_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"consent" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proxy_bookings_facility_id_appointment_id_pk" PRIMARY KEY("facility_id","appointment_id")
);
--> statement-breakpoint
CREATE TABLE "notice_choices" (
	"resident_id" uuid NOT NULL,
	"type" text NOT NULL,
	"channel" text NOT NULL,
	"wanted" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_choices_resident_id_type_channel_pk" PRIMARY KEY("resident_id","type","channel")
);
--> statement-breakpoint
ALTER TABLE "queue_entries" ADD CONSTRAINT "queue_entries_facility_id_appointment_id_appointments_facility_id_id_fk" FOREIGN KEY ("facility_id","appointment_id") REFERENCES "public"."appointments"("facility_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "queue_lines" ADD CONSTRAINT "queue_lines_facility_id_session_id_sessions_facility_id_id_fk" FOREIGN KEY ("facility_id","session_id") REFERENCES "public"."sessions"("facility_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "queue_stations" ADD CONSTRAINT "queue_stations_facility_id_session_id_sessions_facility_id_id_fk" FOREIGN KEY ("facility_id","session_id") REFERENCES "public"."sessions"("facility_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "check_in_minutes" smallint DEFAULT 60 NOT NULL;
--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "late_minutes" smallint DEFAULT 15 NOT NULL;
--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "late_places" smallint DEFAULT 3 NOT NULL;
--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "missed_calls" smallint DEFAULT 3 NOT NULL;
--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "return_places" smallint DEFAULT 2 NOT NULL;
--> statement-breakpoint
ALTER TABLE "booking_rules" ADD COLUMN "elder_age" smallint DEFAULT 80 NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX "follow_ups_open" ON "follow_ups" USING btree ("facility_id","appointment_id") WHERE status = 'open';
--> statement-breakpoint
CREATE INDEX "follow_ups_resident" ON "follow_ups" USING btree ("resident_id");
--> statement-breakpoint
CREATE INDEX "queue_entries_session" ON "queue_entries" USING btree ("facility_id","session_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "queue_entries_station" ON "queue_entries" USING btree ("facility_id","station_id") WHERE status in ('called', 'in-room');
--> statement-breakpoint
CREATE UNIQUE INDEX "queue_entries_moved_from" ON "queue_entries" USING btree ("facility_id","moved_from");
--> statement-breakpoint
CREATE UNIQUE INDEX "queue_screens_token" ON "queue_screens" USING btree ("facility_id","token_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "queue_stations_account" ON "queue_stations" USING btree ("facility_id","account_id") WHERE closed_at is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "queue_stations_room" ON "queue_stations" USING btree ("facility_id","session_id","room") WHERE closed_at is null;
--> statement-breakpoint
CREATE INDEX "proxy_bookings_recent" ON "proxy_bookings" USING btree ("facility_id","created_at");
