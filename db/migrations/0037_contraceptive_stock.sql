CREATE TABLE "contraceptive_batches" (
	"facility_id" text NOT NULL,
	"item" text NOT NULL,
	"lot" text NOT NULL,
	"expires_on" date NOT NULL,
	"region_path" text NOT NULL,
	"on_hand" integer NOT NULL,
	CONSTRAINT "contraceptive_batches_facility_id_item_lot_expires_on_pk" PRIMARY KEY("facility_id","item","lot","expires_on"),
	CONSTRAINT "contraceptive_batches_not_below_nothing" CHECK (on_hand >= 0)
);
--> statement-breakpoint
CREATE TABLE "contraceptive_movements" (
	"facility_id" text NOT NULL,
	"id" uuid NOT NULL,
	"item" text NOT NULL,
	"lot" text NOT NULL,
	"expires_on" date NOT NULL,
	"kind" text NOT NULL,
	"quantity" integer NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	"worker_id" uuid NOT NULL,
	"worker_name" text NOT NULL,
	CONSTRAINT "contraceptive_movements_facility_id_id_item_lot_expires_on_pk" PRIMARY KEY("facility_id","id","item","lot","expires_on")
);
--> statement-breakpoint
ALTER TABLE "contraceptive_movements" ADD CONSTRAINT "contraceptive_movements_batch" FOREIGN KEY ("facility_id","item","lot","expires_on") REFERENCES "public"."contraceptive_batches"("facility_id","item","lot","expires_on") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contraceptive_batches_area" ON "contraceptive_batches" USING btree ("region_path" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "contraceptive_movements_when" ON "contraceptive_movements" USING btree ("facility_id","moved_at");