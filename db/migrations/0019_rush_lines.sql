CREATE TABLE "rush_lines" (
	"release_at" timestamp with time zone PRIMARY KEY NOT NULL,
	"before" integer DEFAULT 0 NOT NULL,
	"after" integer DEFAULT 0 NOT NULL
);
