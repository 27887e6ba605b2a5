CREATE TABLE "outbox" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "fact" VARCHAR(60) NOT NULL,
    "listener" VARCHAR(120) NOT NULL,
    "unique_key" VARCHAR(190) NOT NULL UNIQUE,
    "payload" JSON NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "due_at" TIMESTAMP NOT NULL,
    "claimed_until" TIMESTAMP,
    "attempts" INT NOT NULL,
    "done_at" TIMESTAMP,
    "failed_at" TIMESTAMP,
    "error" TEXT NOT NULL
, "failures" INT NOT NULL DEFAULT 0, "waits_for" VARCHAR(60) NOT NULL DEFAULT '', "failing_since" TIMESTAMP);

CREATE INDEX "idx_outbox_done_at_e4c0d5" ON "outbox" ("done_at", "failed_at", "due_at");

CREATE TABLE "account" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "email" VARCHAR(254) NOT NULL UNIQUE,
    "name" VARCHAR(200) NOT NULL,
    "role" VARCHAR(20) NOT NULL,
    "password_hash" VARCHAR(255),
    "google_sub" VARCHAR(255) UNIQUE,
    "time_zone" VARCHAR(64) NOT NULL,
    "prefix" VARCHAR(16) NOT NULL UNIQUE,
    "threshold" VARCHAR(10) NOT NULL,
    "alerts_on" INT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "disabled_at" TIMESTAMP,
    "seen_at" TIMESTAMP
, "language" VARCHAR(16), "asked_language" VARCHAR(16));

CREATE TABLE "invitation" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "role" VARCHAR(20) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "used_at" TIMESTAMP
);

CREATE TABLE "session" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" TIMESTAMP NOT NULL,
    "last_seen_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "revoked_at" TIMESTAMP,
    "address" VARCHAR(45) NOT NULL,
    "user_agent" VARCHAR(512) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
, "revoked_for" VARCHAR(20));

CREATE TABLE "sent_copy_check" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "started_at" TIMESTAMP NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
);

CREATE TABLE "gmail_grant" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "google_sub" VARCHAR(255) NOT NULL,
    "scopes" JSON NOT NULL,
    "sealed_refresh_token" BLOB,
    "connected_at" TIMESTAMP NOT NULL,
    "disconnected_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
, "failure" JSON, "refusals" INT NOT NULL DEFAULT 0, "refused_since" TIMESTAMP, "may_send_at" TIMESTAMP, "access_ends_at" TIMESTAMP, "probe_at" TIMESTAMP, "second_look_at" TIMESTAMP, "refusal" JSON);

CREATE TABLE "oauth_flow" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "state_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "browser_lookup" VARCHAR(64) NOT NULL,
    "purpose" VARCHAR(20) NOT NULL,
    "verifier" VARCHAR(128) NOT NULL,
    "nonce" VARCHAR(64) NOT NULL,
    "scopes" JSON NOT NULL,
    "features" JSON NOT NULL,
    "invitation_lookup" VARCHAR(64) NOT NULL,
    "next_path" VARCHAR(500) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "used_at" TIMESTAMP,
    "account_id" BIGINT REFERENCES "account" ("id") ON DELETE CASCADE
);

CREATE TABLE "gmail_labels" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "started_at" TIMESTAMP NOT NULL,
    "opened_id" VARCHAR(64) NOT NULL,
    "clicked_id" VARCHAR(64) NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
);

CREATE TABLE "reply_watch" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "started_at" TIMESTAMP NOT NULL,
    "history_id" VARCHAR(20) NOT NULL,
    "looked_at" TIMESTAMP,
    "due_at" TIMESTAMP NOT NULL,
    "claimed_until" TIMESTAMP,
    "failures" INT NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
, "trouble" JSON, "history_page" VARCHAR(255) NOT NULL DEFAULT '');

CREATE TABLE "paired_browser" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "browser" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "last_seen_at" TIMESTAMP,
    "revoked_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
, "revoked_for" VARCHAR(20), "address" VARCHAR(45));

CREATE TABLE "pairing" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "device_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "user_code" VARCHAR(16) NOT NULL UNIQUE,
    "browser" VARCHAR(200) NOT NULL,
    "network" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "polled_at" TIMESTAMP,
    "allowed_at" TIMESTAMP,
    "denied_at" TIMESTAMP,
    "claimed_at" TIMESTAMP,
    "account_id" BIGINT REFERENCES "account" ("id") ON DELETE CASCADE
, "address" VARCHAR(45));

CREATE TABLE "aerich" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSON NOT NULL
);

CREATE TABLE "agent" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "user_agent" TEXT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "used_at" TIMESTAMP NOT NULL
);

CREATE TABLE "finding" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "rule" VARCHAR(60) NOT NULL,
    "evidence" JSON NOT NULL,
    "used_at" TIMESTAMP NOT NULL
);

CREATE TABLE "header_set" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "headers" JSON NOT NULL,
    "used_at" TIMESTAMP NOT NULL
);

CREATE TABLE "location" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "hash" VARCHAR(32) NOT NULL UNIQUE,
    "country" VARCHAR(100) NOT NULL,
    "city" VARCHAR(100) NOT NULL,
    "used_at" TIMESTAMP NOT NULL
);

CREATE TABLE "message" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "source" VARCHAR(20) NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "subject" VARCHAR(1000) NOT NULL,
    "from_address" VARCHAR(254) NOT NULL,
    "from_name" VARCHAR(300) NOT NULL,
    "search_text" TEXT NOT NULL,
    "sent_at" TIMESTAMP,
    "listed_at" TIMESTAMP NOT NULL,
    "reported_at" TIMESTAMP,
    "undone_at" TIMESTAMP,
    "rfc822_message_id" VARCHAR(500),
    "opens" INT NOT NULL,
    "clicks" INT NOT NULL,
    "raw_opens" INT NOT NULL,
    "raw_clicks" INT NOT NULL,
    "overflow_opens" INT NOT NULL,
    "overflow_clicks" INT NOT NULL,
    "first_open_at" TIMESTAMP,
    "last_open_at" TIMESTAMP,
    "certainty" VARCHAR(20),
    "loaded_at" TIMESTAMP,
    "last_activity_at" TIMESTAMP,
    "replied_at" TIMESTAMP,
    "bounced_at" TIMESTAMP,
    "bounces" INT NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);

CREATE INDEX "idx_message_account_5f30b2" ON "message" ("account_id", "listed_at", "id");

CREATE INDEX "idx_message_account_70d67b" ON "message" ("account_id", "updated_at");

CREATE INDEX "idx_message_account_a4085b" ON "message" ("account_id", "last_activity_at");

CREATE INDEX "idx_message_account_c32890" ON "message" ("account_id", "rfc822_message_id");

CREATE TABLE "copy_set" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "draft_id" VARCHAR(80) NOT NULL,
    "revision" VARCHAR(32) NOT NULL,
    "subject" VARCHAR(1000) NOT NULL,
    "from_address" VARCHAR(254) NOT NULL,
    "from_name" VARCHAR(300) NOT NULL,
    "mailbox" VARCHAR(254) NOT NULL,
    "thread_id" VARCHAR(32) NOT NULL,
    "options" JSON NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "released_at" TIMESTAMP,
    "stopped_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_copy_set_account_bbe21f" UNIQUE ("account_id", "draft_id")
);

CREATE INDEX "idx_copy_set_release_da19eb" ON "copy_set" ("released_at", "created_at");

CREATE TABLE "event" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "kind" VARCHAR(10) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "url" TEXT NOT NULL,
    "address" VARCHAR(45) NOT NULL,
    "referer" TEXT NOT NULL,
    "verdict" VARCHAR(20) NOT NULL,
    "score" INT NOT NULL,
    "rules_version" INT NOT NULL,
    "counts" INT NOT NULL,
    "known" JSON,
    "correction" VARCHAR(10),
    "undone_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "link_id" BIGINT,
    "message_id" BLOB NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    "recipient_id" BIGINT
, "unsettled" INT NOT NULL DEFAULT 0, "location_id" INT, "header_set_id" INT, "agent_id" INT, "finding_id" INT);

CREATE INDEX "idx_event_message_5be0b4" ON "event" ("message_id", "at");

CREATE INDEX "idx_event_account_9bcb31" ON "event" ("account_id", "at");

CREATE TABLE "view_time" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "at" TIMESTAMP NOT NULL,
    "seconds" INT NOT NULL,
    "address" VARCHAR(45) NOT NULL,
    "user_agent" TEXT NOT NULL,
    "message_id" BLOB NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
);

CREATE TABLE "correction" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "event_id" BLOB NOT NULL UNIQUE,
    "cause" VARCHAR(10) NOT NULL,
    "network" VARCHAR(64) NOT NULL,
    "user_agent" TEXT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "message_id" BLOB NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
);

CREATE INDEX "idx_correction_account_70a368" ON "correction" ("account_id", "at");

CREATE TABLE "copy" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "message_id" BLOB NOT NULL UNIQUE,
    "number" INT NOT NULL,
    "address" VARCHAR(254) NOT NULL,
    "name" VARCHAR(300) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "tries" INT NOT NULL,
    "tried_at" TIMESTAMP,
    "claimed_until" TIMESTAMP,
    "sent_at" TIMESTAMP,
    "failed_at" TIMESTAMP,
    "dismissed_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "copy_set_id" BLOB NOT NULL REFERENCES "copy_set" ("id") ON DELETE CASCADE, "error" JSON,
    CONSTRAINT "uid_copy_copy_se_852e21" UNIQUE ("copy_set_id", "number")
);

CREATE INDEX "idx_copy_account_feb67f" ON "copy" ("account_id", "state");

CREATE TABLE "copy_text" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "sealed" BLOB NOT NULL,
    "copy_set_id" BLOB NOT NULL UNIQUE REFERENCES "copy_set" ("id") ON DELETE CASCADE
);

CREATE TABLE "verdict_change" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "was" VARCHAR(20) NOT NULL,
    "was_score" INT NOT NULL,
    "now" VARCHAR(20) NOT NULL,
    "now_score" INT NOT NULL,
    "because" JSON NOT NULL,
    "event_id" BLOB NOT NULL
);

CREATE INDEX "idx_verdict_cha_event_i_c443d2" ON "verdict_change" ("event_id");

CREATE TABLE "alert" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(30) NOT NULL,
    "event_id" BLOB,
    "rfc822_message_id" VARCHAR(255) NOT NULL,
    "channel" VARCHAR(20) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "claimed_until" TIMESTAMP,
    "sent_at" TIMESTAMP,
    "failed_at" TIMESTAMP,
    "dismissed_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "message_id" BLOB NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE, "error" JSON,
    CONSTRAINT "uid_alert_message_0521c3" UNIQUE ("message_id", "kind")
);

CREATE TABLE "browser_notification" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "key" VARCHAR(100) NOT NULL UNIQUE,
    "event_id" BLOB,
    "at" TIMESTAMP NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "quiet" INT NOT NULL,
    "claimed_by" BIGINT,
    "claimed_until" TIMESTAMP,
    "shown_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL,
    "message_id" BLOB
);

CREATE TABLE "gmail_message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "draft_id" VARCHAR(80),
    "gmail_id" VARCHAR(32),
    "thread_id" VARCHAR(32),
    "verified_at" TIMESTAMP,
    "report" JSON NOT NULL,
    "differences" JSON,
    "proof" JSON,
    "message_id" BLOB NOT NULL UNIQUE REFERENCES "message" ("id") ON DELETE CASCADE
);

CREATE INDEX "idx_gmail_messa_thread__6f42b1" ON "gmail_message" ("thread_id");

CREATE INDEX "idx_gmail_messa_gmail_i_40c0e7" ON "gmail_message" ("gmail_id");

CREATE TABLE "recipient" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" INT NOT NULL,
    "kind" VARCHAR(3) NOT NULL,
    "address" VARCHAR(254) NOT NULL,
    "domain" VARCHAR(253) NOT NULL,
    "name" VARCHAR(300) NOT NULL,
    "message_id" BLOB NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_recipient_message_ae084d" UNIQUE ("message_id", "number")
);

CREATE INDEX "idx_recipient_domain_2fac48" ON "recipient" ("domain", "address");

CREATE TABLE "link" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" INT NOT NULL,
    "url" TEXT NOT NULL,
    "url_hash" VARCHAR(64) NOT NULL,
    "text" VARCHAR(500) NOT NULL,
    "clicks" INT NOT NULL,
    "raw_clicks" INT NOT NULL,
    "first_click_at" TIMESTAMP,
    "last_click_at" TIMESTAMP,
    "message_id" BLOB NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_link_message_0f8a45" UNIQUE ("message_id", "number")
);

CREATE INDEX "idx_link_message_370617" ON "link" ("message_id", "url_hash");

CREATE TABLE "returned" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "address" VARCHAR(254) NOT NULL,
    "name" VARCHAR(300) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "noticed_at" TIMESTAMP NOT NULL,
    "lasting" INT NOT NULL,
    "status" VARCHAR(11) NOT NULL,
    "gmail_message_id" VARCHAR(32) NOT NULL,
    "gmail_thread_id" VARCHAR(32) NOT NULL,
    "message_id" BLOB NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_returned_message_c9a306" UNIQUE ("message_id", "gmail_message_id", "address")
);

CREATE TABLE "mute" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "message_id" BLOB NOT NULL UNIQUE REFERENCES "message" ("id") ON DELETE CASCADE
);

CREATE TABLE "reminder" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "due_at" TIMESTAMP NOT NULL,
    "fell_due_at" TIMESTAMP,
    "message_id" BLOB NOT NULL UNIQUE REFERENCES "message" ("id") ON DELETE CASCADE
);

CREATE INDEX "idx_reminder_fell_du_7374f2" ON "reminder" ("fell_due_at", "due_at");

CREATE TABLE "viewing" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "address" VARCHAR(45) NOT NULL,
    "user_agent" VARCHAR(512) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "message_id" BLOB NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
);

CREATE INDEX "idx_viewing_message_5ac68c" ON "viewing" ("message_id", "at");

CREATE INDEX "idx_viewing_account_6c5dd6" ON "viewing" ("account_id", "at");

CREATE INDEX "idx_viewing_at_c4e4e1" ON "viewing" ("at");

CREATE TABLE "retired_counts" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "link_id" BIGINT,
    "kind" VARCHAR(10) NOT NULL,
    "verdict" VARCHAR(20) NOT NULL,
    "counts" INT NOT NULL,
    "number" INT NOT NULL,
    "first_at" TIMESTAMP NOT NULL,
    "last_at" TIMESTAMP NOT NULL,
    "message_id" BLOB NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
);

CREATE TABLE "overflow" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "minute" INT NOT NULL,
    "origin" VARCHAR(24) NOT NULL,
    "number" INT NOT NULL,
    "message_id" BLOB NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_overflow_message_4ca482" UNIQUE ("message_id", "kind", "minute", "origin")
);

CREATE INDEX "idx_overflow_minute_d64ac7" ON "overflow" ("minute");

CREATE INDEX "idx_view_time_message_69bcf5" ON "view_time" ("message_id", "at");

CREATE INDEX "idx_view_time_at_984a8d" ON "view_time" ("at");

CREATE INDEX "idx_retired_cou_message_c42185" ON "retired_counts" ("message_id");

CREATE INDEX "idx_browser_not_account_1d6265" ON "browser_notification" ("account_id", "id");

CREATE INDEX "idx_browser_not_account_bd8142" ON "browser_notification" ("account_id", "at");

CREATE INDEX "idx_browser_not_created_ff8ebc" ON "browser_notification" ("created_at");

CREATE INDEX "idx_browser_not_message_0439c1" ON "browser_notification" ("message_id");

CREATE INDEX "idx_browser_not_event_i_7fa558" ON "browser_notification" ("event_id");

CREATE INDEX "idx_reply_watch_due_at_8a618d" ON "reply_watch" ("due_at");

CREATE TABLE "daily_usage" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "day" DATE NOT NULL,
    "leases" INT NOT NULL,
    "messages" INT NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_daily_usage_account_154a1d" UNIQUE ("account_id", "day")
);

CREATE INDEX "idx_outbox_waits_f_d80303" ON "outbox" ("waits_for");
