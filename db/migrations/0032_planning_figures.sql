CREATE TABLE "planning_figures" (
	"region_code" text NOT NULL,
	"month" date NOT NULL,
	"measure" text NOT NULL,
	"value" integer NOT NULL,
	"shown" boolean NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "planning_figures_region_code_month_measure_pk" PRIMARY KEY("region_code","month","measure")
);
--> statement-breakpoint
CREATE INDEX "planning_figures_month" ON "planning_figures" USING btree ("month");