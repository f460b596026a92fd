CREATE TABLE "planning_prompts" (
	"resident_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"event_on" date NOT NULL,
	"due_from" date NOT NULL,
	"due_on" date NOT NULL,
	"facility_id" text,
	"region_path" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "planning_prompts_resident_id_id_pk" PRIMARY KEY("resident_id","id")
);
--> statement-breakpoint
CREATE INDEX "planning_prompts_waiting" ON "planning_prompts" USING btree ("facility_id","event_on") WHERE state = 'waiting';