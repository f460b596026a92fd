CREATE INDEX "cases_answered" ON "cases" USING btree ("facility_id","answered_at","id") WHERE stage = 'closed';--> statement-breakpoint
CREATE INDEX "cases_answered_above" ON "cases" USING btree ("answered_at","id") WHERE stage = 'closed' and (escalated_at is not null or facility_id is null);--> statement-breakpoint
CREATE INDEX "review_findings_whole" ON "review_findings" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "review_strata_review" ON "review_strata" USING btree ("review_id");