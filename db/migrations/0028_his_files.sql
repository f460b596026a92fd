CREATE TABLE "his_file_keys" (
	"facility_id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "his_file_rows" (
	"facility_id" text NOT NULL,
	"file_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"line" integer NOT NULL,
	"source_id" text NOT NULL,
	"faults" jsonb NOT NULL,
	"waits" boolean NOT NULL,
	"sealed" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "his_file_rows_facility_id_file_id_kind_line_pk" PRIMARY KEY("facility_id","file_id","kind","line")
);
--> statement-breakpoint
CREATE TABLE "his_files" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"via" text NOT NULL,
	"account" text,
	"name" text NOT NULL,
	"digest" text NOT NULL,
	"rows" integer NOT NULL,
	"taken" integer NOT NULL,
	"written" integer NOT NULL,
	"withdrawn" integer NOT NULL,
	"waiting" integer NOT NULL,
	"refused" integer NOT NULL,
	CONSTRAINT "his_files_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);
--> statement-breakpoint
ALTER TABLE "his_file_rows" ADD CONSTRAINT "his_file_rows_facility_id_file_id_his_files_facility_id_id_fk" FOREIGN KEY ("facility_id","file_id") REFERENCES "public"."his_files"("facility_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "his_file_rows_open" ON "his_file_rows" USING btree ("facility_id","kind","source_id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "his_files_latest" ON "his_files" USING btree ("facility_id","received_at","id");