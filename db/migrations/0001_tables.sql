CREATE TABLE "access_events" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text DEFAULT '' NOT NULL,
	"facility_id" text,
	"what" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "access_events_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"phone_hash" text,
	"phone_masked" text,
	"phone_sealed" text,
	"login" text,
	"display_name" text DEFAULT '' NOT NULL,
	"password_hash" text,
	"totp_sealed" text,
	"totp_last_step" integer DEFAULT 0 NOT NULL,
	"failures" smallint DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"resident_id" uuid,
	"facility_id" text,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"region_code" text,
	"disabled_at" timestamp with time zone,
	"sample_rank" smallint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_codes" (
	"phone_hash" text NOT NULL,
	"id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_codes_phone_hash_id_pk" PRIMARY KEY("phone_hash","id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_sessions" (
	"sid_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text DEFAULT '' NOT NULL,
	CONSTRAINT "audit_events_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "appointment_steps" (
	"facility_id" text NOT NULL,
	"appointment_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"reason" text,
	CONSTRAINT "appointment_steps_facility_id_appointment_id_seq_pk" PRIMARY KEY("facility_id","appointment_id","seq")
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"ticket_number" smallint NOT NULL,
	"resident_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"channel" text NOT NULL,
	"status" text NOT NULL,
	"code" text NOT NULL,
	"fee_fen" integer NOT NULL,
	"cancel_by" timestamp with time zone NOT NULL,
	"held_until" timestamp with time zone,
	"replaces" uuid,
	"cancel_reason" text,
	"his_id" text,
	"his_state" text DEFAULT 'none' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "appointments_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "booking_requests" (
	"resident_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"facility_id" text NOT NULL,
	"appointment_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_requests_resident_id_account_id_key_pk" PRIMARY KEY("resident_id","account_id","key")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"resident_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"ticket_number" smallint NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "offers_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "resident_bookings" (
	"resident_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"facility_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"department_id" text NOT NULL,
	"doctor_key" text NOT NULL,
	"date" date NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"window_end" timestamp with time zone NOT NULL,
	"active" smallint DEFAULT 1 NOT NULL,
	"day_seat" smallint NOT NULL,
	"open_seat" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resident_bookings_resident_id_appointment_id_pk" PRIMARY KEY("resident_id","appointment_id"),
	CONSTRAINT "resident_bookings_seats" CHECK (day_seat between 1 and 20 and open_seat between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE "department_catalog" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"parent_code" text,
	"pinyin" text DEFAULT '' NOT NULL,
	"initials" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" text PRIMARY KEY NOT NULL,
	"facility_id" text NOT NULL,
	"catalog_code" text NOT NULL,
	"name" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"pinyin" text DEFAULT '' NOT NULL,
	"initials" text DEFAULT '' NOT NULL,
	"his_id" text,
	"search" "tsvector" GENERATED ALWAYS AS (huimin_bigrams(name || ' ' || pinyin || ' ' || initials)) STORED
);
--> statement-breakpoint
CREATE TABLE "facilities" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"level" smallint NOT NULL,
	"grade" text DEFAULT '' NOT NULL,
	"type" text DEFAULT '综合医院' NOT NULL,
	"provincial" boolean DEFAULT false NOT NULL,
	"region_code" text NOT NULL,
	"region_path" text NOT NULL,
	"reports_to" text,
	"address" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"lon" double precision,
	"lat" double precision,
	"pinyin" text DEFAULT '' NOT NULL,
	"initials" text DEFAULT '' NOT NULL,
	"bookable" boolean DEFAULT false NOT NULL,
	"authority" text DEFAULT 'granted' NOT NULL,
	"sample" boolean DEFAULT true NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (huimin_bigrams(name || ' ' || pinyin || ' ' || initials)) STORED
);
--> statement-breakpoint
CREATE TABLE "practitioner_roles" (
	"practitioner_id" text NOT NULL,
	"department_id" text NOT NULL,
	"facility_id" text NOT NULL,
	"valid_from" date DEFAULT '2020-01-01' NOT NULL,
	"valid_to" date,
	"his_id" text,
	CONSTRAINT "practitioner_roles_practitioner_id_department_id_pk" PRIMARY KEY("practitioner_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "practitioners" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"sex" text DEFAULT 'unknown' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"skills" text DEFAULT '' NOT NULL,
	"pinyin" text DEFAULT '' NOT NULL,
	"initials" text DEFAULT '' NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (huimin_bigrams(name || ' ' || pinyin || ' ' || initials)) STORED
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"code" text PRIMARY KEY NOT NULL,
	"parent_code" text,
	"level" smallint NOT NULL,
	"name" text NOT NULL,
	"kind" text DEFAULT '' NOT NULL,
	"path" text NOT NULL,
	"pinyin" text DEFAULT '' NOT NULL,
	"initials" text DEFAULT '' NOT NULL,
	"lon" double precision,
	"lat" double precision
);
--> statement-breakpoint
CREATE TABLE "his_cursors" (
	"facility_id" text NOT NULL,
	"resource_type" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"pulled_at" timestamp with time zone NOT NULL,
	"resources" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "his_cursors_facility_id_resource_type_pk" PRIMARY KEY("facility_id","resource_type")
);
--> statement-breakpoint
CREATE TABLE "his_deliveries" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "his_deliveries_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "his_endpoints" (
	"facility_id" text PRIMARY KEY NOT NULL,
	"base_url" text NOT NULL,
	"auth_kind" text NOT NULL,
	"credential_sealed" text,
	"notice_token_hash" text,
	"enabled" boolean DEFAULT true NOT NULL,
	"allow_private" boolean DEFAULT false NOT NULL,
	"max_concurrency" smallint DEFAULT 4 NOT NULL,
	"timeout_ms" integer DEFAULT 10000 NOT NULL,
	"max_body_bytes" integer DEFAULT 20000000 NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone,
	"last_message_at" timestamp with time zone,
	"last_error" text,
	"last_error_at" timestamp with time zone,
	"synced_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "his_rejects" (
	"facility_id" text NOT NULL,
	"resource_type" text NOT NULL,
	"resource_id" text NOT NULL,
	"version" text NOT NULL,
	"reason" text NOT NULL,
	"body" jsonb NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "his_rejects_facility_id_resource_type_resource_id_version_pk" PRIMARY KEY("facility_id","resource_type","resource_id","version")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"link" text,
	"mandatory" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"sms_state" text DEFAULT 'none' NOT NULL,
	CONSTRAINT "notices_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE TABLE "family_links" (
	"resident_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"proof" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "family_links_resident_id_member_id_pk" PRIMARY KEY("resident_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "residents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"sex" text NOT NULL,
	"birth_date" date NOT NULL,
	"id_type" text DEFAULT 'id_card' NOT NULL,
	"id_sealed" text,
	"id_masked" text DEFAULT '' NOT NULL,
	"phone_sealed" text,
	"phone_masked" text DEFAULT '' NOT NULL,
	"region_code" text,
	"verified_at" timestamp with time zone,
	"sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_rules" (
	"facility_id" text NOT NULL,
	"effective_from" date NOT NULL,
	"horizon_days" smallint DEFAULT 14 NOT NULL,
	"release_time" time DEFAULT '08:00' NOT NULL,
	"close_minutes" smallint DEFAULT 30 NOT NULL,
	"cancel_minutes" smallint DEFAULT 120 NOT NULL,
	"expert_cancel_time" time DEFAULT '17:00' NOT NULL,
	"per_day" smallint DEFAULT 2 NOT NULL,
	"open_max" smallint DEFAULT 5 NOT NULL,
	"extra_per_session" smallint DEFAULT 3 NOT NULL,
	"changed_by" text DEFAULT 'system' NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_rules_facility_id_effective_from_pk" PRIMARY KEY("facility_id","effective_from")
);
--> statement-breakpoint
CREATE TABLE "session_templates" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"department_id" text NOT NULL,
	"practitioner_id" text,
	"weekday" smallint NOT NULL,
	"half_day" text NOT NULL,
	"starts_at" time NOT NULL,
	"ends_at" time NOT NULL,
	"number_type" text NOT NULL,
	"fee_fen" integer NOT NULL,
	"capacity" smallint NOT NULL,
	"quotas" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_templates_facility_id_id_pk" PRIMARY KEY("facility_id","id"),
	CONSTRAINT "session_templates_capacity" CHECK (capacity between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"department_id" text NOT NULL,
	"practitioner_id" text,
	"date" date NOT NULL,
	"half_day" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"number_type" text NOT NULL,
	"fee_fen" integer NOT NULL,
	"status" text NOT NULL,
	"release_at" timestamp with time zone NOT NULL,
	"close_at" timestamp with time zone NOT NULL,
	"released" smallint NOT NULL,
	"template_id" uuid,
	"suspend_reason" text,
	"his_id" text,
	"his_version" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_facility_id_id_pk" PRIMARY KEY("facility_id","id"),
	CONSTRAINT "sessions_times" CHECK (starts_at < ends_at)
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"facility_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"window_end" timestamp with time zone NOT NULL,
	"pool" text DEFAULT 'public' NOT NULL,
	"status" text DEFAULT 'free' NOT NULL,
	"taken_by" text,
	"his_id" text,
	"his_version" text,
	CONSTRAINT "tickets_facility_id_session_id_number_pk" PRIMARY KEY("facility_id","session_id","number")
);
--> statement-breakpoint
ALTER TABLE "sign_in_sessions" ADD CONSTRAINT "sign_in_sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_facility_id_session_id_ticket_number_tickets_facility_id_session_id_number_fk" FOREIGN KEY ("facility_id","session_id","ticket_number") REFERENCES "public"."tickets"("facility_id","session_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_facility_id_session_id_ticket_number_tickets_facility_id_session_id_number_fk" FOREIGN KEY ("facility_id","session_id","ticket_number") REFERENCES "public"."tickets"("facility_id","session_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_catalog_code_department_catalog_code_fk" FOREIGN KEY ("catalog_code") REFERENCES "public"."department_catalog"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilities" ADD CONSTRAINT "facilities_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practitioner_roles" ADD CONSTRAINT "practitioner_roles_practitioner_id_practitioners_id_fk" FOREIGN KEY ("practitioner_id") REFERENCES "public"."practitioners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practitioner_roles" ADD CONSTRAINT "practitioner_roles_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "his_endpoints" ADD CONSTRAINT "his_endpoints_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_templates" ADD CONSTRAINT "session_templates_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_templates" ADD CONSTRAINT "session_templates_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_facility_id_facilities_id_fk" FOREIGN KEY ("facility_id") REFERENCES "public"."facilities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_facility_id_session_id_sessions_facility_id_id_fk" FOREIGN KEY ("facility_id","session_id") REFERENCES "public"."sessions"("facility_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_phone" ON "accounts" USING btree ("phone_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_login" ON "accounts" USING btree ("login");--> statement-breakpoint
CREATE INDEX "sign_in_sessions_account" ON "sign_in_sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("facility_id","subject_type","subject_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "appointments_ticket_active" ON "appointments" USING btree ("facility_id","session_id","ticket_number") WHERE status not in ('cancelled', 'rejected');--> statement-breakpoint
CREATE UNIQUE INDEX "appointments_code" ON "appointments" USING btree ("facility_id","code");--> statement-breakpoint
CREATE INDEX "appointments_session" ON "appointments" USING btree ("facility_id","session_id");--> statement-breakpoint
CREATE INDEX "appointments_held" ON "appointments" USING btree ("held_until") WHERE status = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX "offers_ticket_open" ON "offers" USING btree ("facility_id","session_id","ticket_number") WHERE status = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "offers_appointment_open" ON "offers" USING btree ("facility_id","appointment_id") WHERE status = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "resident_bookings_doctor_day" ON "resident_bookings" USING btree ("resident_id","department_id","doctor_key","date") WHERE active = 1;--> statement-breakpoint
CREATE UNIQUE INDEX "resident_bookings_day_seat" ON "resident_bookings" USING btree ("resident_id","date","day_seat") WHERE active = 1;--> statement-breakpoint
CREATE UNIQUE INDEX "resident_bookings_open_seat" ON "resident_bookings" USING btree ("resident_id","open_seat") WHERE active = 1;--> statement-breakpoint
CREATE INDEX "departments_facility" ON "departments" USING btree ("facility_id");--> statement-breakpoint
CREATE INDEX "departments_catalog" ON "departments" USING btree ("catalog_code");--> statement-breakpoint
CREATE INDEX "departments_search" ON "departments" USING gin ("search");--> statement-breakpoint
CREATE INDEX "facilities_region" ON "facilities" USING btree ("region_code");--> statement-breakpoint
CREATE INDEX "facilities_path" ON "facilities" USING btree ("region_path" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "facilities_search" ON "facilities" USING gin ("search");--> statement-breakpoint
CREATE INDEX "facilities_bookable" ON "facilities" USING btree ("level","id") WHERE bookable;--> statement-breakpoint
CREATE INDEX "practitioner_roles_department" ON "practitioner_roles" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "practitioners_search" ON "practitioners" USING gin ("search");--> statement-breakpoint
CREATE INDEX "regions_parent" ON "regions" USING btree ("parent_code");--> statement-breakpoint
CREATE INDEX "regions_path" ON "regions" USING btree ("path" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "his_deliveries_waiting" ON "his_deliveries" USING btree ("facility_id","created_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "his_deliveries_appointment" ON "his_deliveries" USING btree ("facility_id","appointment_id");--> statement-breakpoint
CREATE INDEX "his_rejects_open" ON "his_rejects" USING btree ("facility_id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "notices_recent" ON "notices" USING btree ("resident_id","created_at");--> statement-breakpoint
CREATE INDEX "family_links_member" ON "family_links" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "session_templates_department" ON "session_templates" USING btree ("facility_id","department_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_his" ON "sessions" USING btree ("facility_id","his_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_template_date" ON "sessions" USING btree ("facility_id","template_id","date");--> statement-breakpoint
CREATE INDEX "sessions_department_date" ON "sessions" USING btree ("department_id","date");--> statement-breakpoint
CREATE INDEX "sessions_practitioner_date" ON "sessions" USING btree ("practitioner_id","date");--> statement-breakpoint
CREATE INDEX "sessions_facility_date" ON "sessions" USING btree ("facility_id","date");--> statement-breakpoint
CREATE INDEX "tickets_free" ON "tickets" USING btree ("facility_id","session_id","number") WHERE status = 'free';--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_his" ON "tickets" USING btree ("facility_id","his_id");