CREATE TABLE "itinerary_steps" (
	"facility_id" text NOT NULL,
	"appointment_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"test" text DEFAULT '' NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"place_id" text,
	"state" text DEFAULT 'todo' NOT NULL,
	"settled_at" timestamp with time zone,
	"added_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "itinerary_steps_facility_id_appointment_id_id_pk" PRIMARY KEY("facility_id","appointment_id","id")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"facility_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"building" text DEFAULT '' NOT NULL,
	"building_en" text DEFAULT '' NOT NULL,
	"floor" smallint DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"name_en" text DEFAULT '' NOT NULL,
	"department_id" text,
	"lon" double precision,
	"lat" double precision,
	"owner" text DEFAULT '' NOT NULL,
	"review_by" date NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "places_facility_id_id_pk" PRIMARY KEY("facility_id","id"),
	CONSTRAINT "places_position" CHECK ((lon is null) = (lat is null))
);
--> statement-breakpoint
CREATE TABLE "preparations" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"department_id" text DEFAULT '' NOT NULL,
	"number_type" text DEFAULT '' NOT NULL,
	"test" text DEFAULT '' NOT NULL,
	"fasting_hours" smallint,
	"early_minutes" smallint,
	"old_results" boolean,
	"companion" boolean,
	"documents" text,
	"documents_en" text,
	"note" text,
	"note_en" text,
	"changed_by" text DEFAULT '' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "preparations_facility_id_id_pk" PRIMARY KEY("facility_id","id"),
	CONSTRAINT "preparations_hours" CHECK (fasting_hours between 0 and 24),
	CONSTRAINT "preparations_minutes" CHECK (early_minutes between 0 and 240)
);
--> statement-breakpoint
CREATE TABLE "ways" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"mode" text NOT NULL,
	"seconds" smallint NOT NULL,
	"one_way" boolean DEFAULT false NOT NULL,
	"there" text DEFAULT '' NOT NULL,
	"there_en" text DEFAULT '' NOT NULL,
	"back" text DEFAULT '' NOT NULL,
	"back_en" text DEFAULT '' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ways_facility_id_id_pk" PRIMARY KEY("facility_id","id"),
	CONSTRAINT "ways_ends_differ" CHECK (from_id <> to_id),
	CONSTRAINT "ways_seconds" CHECK (seconds between 1 and 3600)
);
--> statement-breakpoint
ALTER TABLE "ways" ADD CONSTRAINT "ways_facility_id_from_id_places_facility_id_id_fk" FOREIGN KEY ("facility_id","from_id") REFERENCES "public"."places"("facility_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "ways" ADD CONSTRAINT "ways_facility_id_to_id_places_facility_id_id_fk" FOREIGN KEY ("facility_id","to_id") REFERENCES "public"."places"("facility_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "itinerary_steps_once" ON "itinerary_steps" USING btree ("facility_id","appointment_id","kind") WHERE kind in ('check-in', 'doctor');
--> statement-breakpoint
CREATE INDEX "places_department" ON "places" USING btree ("facility_id","department_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "preparations_subject" ON "preparations" USING btree ("facility_id","department_id","number_type","test");
--> statement-breakpoint
CREATE UNIQUE INDEX "ways_ends" ON "ways" USING btree ("facility_id","from_id","to_id","mode");
