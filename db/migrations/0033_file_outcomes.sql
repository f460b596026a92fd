ALTER TABLE "his_file_rows" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "his_files" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "his_files" ADD COLUMN "closed_by" text;--> statement-breakpoint
ALTER TABLE "his_files" ADD COLUMN "closed_why" text;