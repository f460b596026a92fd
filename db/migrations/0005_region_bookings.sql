CREATE TABLE "region_bookings" (
	"region_code" text PRIMARY KEY NOT NULL,
	"bookings" integer NOT NULL,
	"residents" integer NOT NULL,
	"counted_at" timestamp with time zone NOT NULL
);
