CREATE TABLE "department_waits" (
	"facility_id" text NOT NULL,
	"department_id" text NOT NULL,
	"wait_days" smallint,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "department_waits_facility_id_department_id_pk" PRIMARY KEY("facility_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "facility_days" (
	"facility_id" text NOT NULL,
	"date" date NOT NULL,
	"released" integer NOT NULL,
	"taken" integer NOT NULL,
	"bookings" integer NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "facility_days_facility_id_date_pk" PRIMARY KEY("facility_id","date")
);
