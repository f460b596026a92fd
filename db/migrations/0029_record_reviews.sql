CREATE TABLE "review_findings" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"severity" text NOT NULL,
	"line" integer,
	"detail" text DEFAULT '' NOT NULL,
	"found_by" text NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"mended" text,
	CONSTRAINT "review_findings_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_items" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"resident_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"entries" uuid[] NOT NULL,
	"sheet" jsonb NOT NULL,
	"sheet_at" timestamp with time zone NOT NULL,
	"later" jsonb,
	"later_entries" uuid[],
	"later_at" timestamp with time zone,
	CONSTRAINT "review_items_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_steps" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"move" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"due_at" timestamp with time zone,
	CONSTRAINT "review_steps_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_strata" (
	"facility_id" text NOT NULL,
	"review_id" uuid NOT NULL,
	"population" integer NOT NULL,
	"drawn" integer NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_strata_facility_id_review_id_pk" PRIMARY KEY("facility_id","review_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"office_path" text NOT NULL,
	"area_code" text NOT NULL,
	"kinds" text[] NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"size_kind" text NOT NULL,
	"size" smallint NOT NULL,
	"seed" text NOT NULL,
	"facility_ids" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "review_findings_item" ON "review_findings" USING btree ("facility_id","item_id");--> statement-breakpoint
CREATE INDEX "review_findings_review" ON "review_findings" USING btree ("facility_id","review_id","state");--> statement-breakpoint
CREATE INDEX "review_findings_open" ON "review_findings" USING btree ("state","changed_at") WHERE state in ('returned', 'answered');--> statement-breakpoint
CREATE UNIQUE INDEX "review_items_entry" ON "review_items" USING btree ("facility_id","review_id","entry_id");--> statement-breakpoint
CREATE INDEX "review_items_number" ON "review_items" USING btree ("facility_id","review_id","number");--> statement-breakpoint
CREATE INDEX "review_steps_finding" ON "review_steps" USING btree ("facility_id","finding_id","at");--> statement-breakpoint
CREATE INDEX "reviews_office" ON "reviews" USING btree ("office_path" text_pattern_ops,"created_at");