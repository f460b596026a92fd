CREATE TABLE "guide_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expects" text NOT NULL,
	"label" text,
	"reason" text NOT NULL,
	"shipped" boolean DEFAULT false NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"drop_asked_by" text,
	"drop_reason" text,
	"dropped_by" text,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "guide_cases_two_persons" CHECK (dropped_by is null or coalesce(dropped_by <> drop_asked_by, false))
);
--> statement-breakpoint
CREATE TABLE "guide_replays" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_id" text NOT NULL,
	"version" smallint NOT NULL,
	"purpose" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"cases" integer NOT NULL,
	"emergencies" integer NOT NULL,
	"missed" integer NOT NULL,
	"blocked" boolean NOT NULL,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guide_rule_steps" (
	"rule_id" text NOT NULL,
	"version" smallint NOT NULL,
	"seq" smallint NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"facility_id" text,
	"reason" text DEFAULT '' NOT NULL,
	"replay_id" uuid,
	CONSTRAINT "guide_rule_steps_rule_id_version_seq_pk" PRIMARY KEY("rule_id","version","seq")
);
--> statement-breakpoint
CREATE TABLE "guide_rules" (
	"rule_id" text NOT NULL,
	"version" smallint NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"ends" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"shipped" boolean DEFAULT false NOT NULL,
	"reason" text NOT NULL,
	"live_from" timestamp with time zone,
	"author_id" text NOT NULL,
	"proposed_by" text,
	"decided_by" text,
	"replay_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guide_rules_rule_id_version_pk" PRIMARY KEY("rule_id","version"),
	CONSTRAINT "guide_rules_two_persons" CHECK (state <> 'approved' or shipped or coalesce(decided_by not in (author_id, proposed_by) and live_from is not null, false))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "guide_cases_text" ON "guide_cases" USING btree ("text","facts");--> statement-breakpoint
CREATE INDEX "guide_replays_rule" ON "guide_replays" USING btree ("rule_id","version","at");--> statement-breakpoint
CREATE UNIQUE INDEX "guide_rules_open" ON "guide_rules" USING btree ("rule_id") WHERE state in ('draft', 'proposed');--> statement-breakpoint
CREATE INDEX "guide_rules_live" ON "guide_rules" USING btree ("rule_id","version") WHERE state = 'approved';