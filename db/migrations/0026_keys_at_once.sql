DROP INDEX "resident_keys_keys";--> statement-breakpoint
DROP INDEX "source_patients_keys";--> statement-breakpoint
CREATE INDEX "resident_keys_keys" ON "resident_keys" USING gin ("keys") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "source_patients_keys" ON "source_patients" USING gin ("keys") WITH (fastupdate=false);