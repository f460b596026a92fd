ALTER TABLE "his_cursors" ADD COLUMN "raised_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "his_cursors" ADD COLUMN "settled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "his_cursors" ADD COLUMN "swept_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "his_endpoints" ADD COLUMN "pull_lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "his_endpoints" ADD COLUMN "tell_lease_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "appointments_tell" ON "appointments" USING btree ("facility_id","updated_at") WHERE his_state = 'pending';