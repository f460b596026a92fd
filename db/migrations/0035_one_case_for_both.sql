ALTER TABLE "identity_reviews" ADD COLUMN "other_facility_id" text;--> statement-breakpoint
ALTER TABLE "identity_reviews" ADD COLUMN "other_source_id" text;--> statement-breakpoint
ALTER TABLE "identity_reviews" ADD COLUMN "other_region_path" text;--> statement-breakpoint
CREATE INDEX "identity_reviews_other" ON "identity_reviews" USING btree ("other_facility_id","other_source_id") WHERE other_facility_id is not null;