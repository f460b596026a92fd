CREATE TABLE "department_months" (
	"facility_id" text NOT NULL,
	"department_id" text NOT NULL,
	"month" date NOT NULL,
	"clinics" integer NOT NULL,
	"stopped" integer NOT NULL,
	"released" integer NOT NULL,
	"unused" integer NOT NULL,
	"visits" integer NOT NULL,
	"booked" integer NOT NULL,
	"timed" integer NOT NULL,
	"returns" integer NOT NULL,
	"returns_booked" integer NOT NULL,
	"wait_days" integer NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "department_months_facility_id_department_id_month_pk" PRIMARY KEY("facility_id","department_id","month")
);
--> statement-breakpoint
CREATE TABLE "rate_targets" (
	"indicator" text NOT NULL,
	"scope" text NOT NULL,
	"valid_from" date NOT NULL,
	"at_least" smallint NOT NULL,
	"strictly" boolean NOT NULL,
	"source" text NOT NULL,
	"source_date" date NOT NULL,
	CONSTRAINT "rate_targets_indicator_scope_valid_from_pk" PRIMARY KEY("indicator","scope","valid_from")
);
--> statement-breakpoint
CREATE INDEX "department_months_month" ON "department_months" USING btree ("month");--> statement-breakpoint
INSERT INTO "rate_targets" ("indicator", "scope", "valid_from", "at_least", "strictly", "source", "source_date") VALUES
	('booking', 'tertiary', '2018-01-01', 50, true, '人民日报（转载） People’s Daily (reprint)', '2015-01-29'),
	('return', 'tertiary', '2018-01-01', 80, true, '人民日报（转载） People’s Daily (reprint)', '2015-01-29'),
	('return', 'dental', '2018-01-01', 90, true, '人民日报（转载） People’s Daily (reprint)', '2015-01-29'),
	('return', 'antenatal', '2018-01-01', 90, true, '人民日报（转载） People’s Daily (reprint)', '2015-01-29'),
	('timed', 'all', '2018-01-01', 50, false, '人民日报（转载） People’s Daily (reprint)', '2015-01-29');
