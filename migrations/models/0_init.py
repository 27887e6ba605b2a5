"""All tables of the first version."""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {
    "sqlite": (
        """CREATE TABLE "outbox" (
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
)
""",
        'CREATE INDEX "idx_outbox_done_at_e4c0d5" ON "outbox" ("done_at", "failed_at", "due_at")',
        """CREATE TABLE "account" (
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
)
""",
        """CREATE TABLE "invitation" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "role" VARCHAR(20) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "used_at" TIMESTAMP
)
""",
        """CREATE TABLE "session" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" TIMESTAMP NOT NULL,
    "last_seen_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "revoked_at" TIMESTAMP,
    "address" VARCHAR(45) NOT NULL,
    "user_agent" VARCHAR(512) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "copy_check" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "started_at" TIMESTAMP NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "gmail_grant" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "google_sub" VARCHAR(255) NOT NULL,
    "scopes" JSON NOT NULL,
    "sealed_refresh_token" BLOB,
    "connected_at" TIMESTAMP NOT NULL,
    "disconnected_at" TIMESTAMP,
    "failure" VARCHAR(300) NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "oauth_flow" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "state_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "browser_lookup" VARCHAR(64) NOT NULL,
    "purpose" VARCHAR(20) NOT NULL,
    "verifier" VARCHAR(128) NOT NULL,
    "nonce" VARCHAR(64) NOT NULL,
    "scopes" JSON NOT NULL,
    "wishes" JSON NOT NULL,
    "invitation_lookup" VARCHAR(64) NOT NULL,
    "next_path" VARCHAR(500) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "used_at" TIMESTAMP,
    "account_id" BIGINT REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "phone_labels" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "started_at" TIMESTAMP NOT NULL,
    "opened_id" VARCHAR(64) NOT NULL,
    "clicked_id" VARCHAR(64) NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "return_watch" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "started_at" TIMESTAMP NOT NULL,
    "history_id" VARCHAR(20) NOT NULL,
    "looked_at" TIMESTAMP,
    "due_at" TIMESTAMP NOT NULL,
    "claimed_until" TIMESTAMP,
    "failures" INT NOT NULL,
    "trouble" VARCHAR(300) NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_return_watc_due_at_8e59f2" ON "return_watch" ("due_at")',
        """CREATE TABLE "message" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
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
    "verified_at" TIMESTAMP,
    "draft_id" VARCHAR(80),
    "gmail_message_id" VARCHAR(32),
    "gmail_thread_id" VARCHAR(32),
    "rfc822_message_id" VARCHAR(500),
    "report" JSON,
    "differences" JSON,
    "proof" JSON,
    "opens" INT NOT NULL,
    "clicks" INT NOT NULL,
    "raw_opens" INT NOT NULL,
    "raw_clicks" INT NOT NULL,
    "excess_opens" INT NOT NULL,
    "excess_clicks" INT NOT NULL,
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
)
""",
        'CREATE INDEX "idx_message_account_5f30b2" ON "message" ("account_id", "listed_at", "id")',
        'CREATE INDEX "idx_message_account_70d67b" ON "message" ("account_id", "updated_at")',
        'CREATE INDEX "idx_message_account_a4085b" ON "message" ("account_id", "last_activity_at")',
        'CREATE INDEX "idx_message_account_112e52" ON "message" ("account_id", "gmail_thread_id")',
        'CREATE INDEX "idx_message_account_ae0e65" ON "message" ("account_id", "gmail_message_id")',
        'CREATE INDEX "idx_message_account_c32890" ON "message" ("account_id", "rfc822_message_id")',
        """CREATE TABLE "link" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" INT NOT NULL,
    "url" TEXT NOT NULL,
    "url_hash" VARCHAR(64) NOT NULL,
    "text" VARCHAR(500) NOT NULL,
    "clicks" INT NOT NULL,
    "raw_clicks" INT NOT NULL,
    "first_click_at" TIMESTAMP,
    "last_click_at" TIMESTAMP,
    "message_id" CHAR(36) NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_link_message_0f8a45" UNIQUE ("message_id", "number")
)
""",
        'CREATE INDEX "idx_link_message_370617" ON "link" ("message_id", "url_hash")',
        """CREATE TABLE "mute" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "message_id" CHAR(36) NOT NULL UNIQUE REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "recipient" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "number" INT NOT NULL,
    "kind" VARCHAR(3) NOT NULL,
    "address" VARCHAR(254) NOT NULL,
    "domain" VARCHAR(253) NOT NULL,
    "name" VARCHAR(300) NOT NULL,
    "message_id" CHAR(36) NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_recipient_message_ae084d" UNIQUE ("message_id", "number")
)
""",
        'CREATE INDEX "idx_recipient_domain_2fac48" ON "recipient" ("domain", "address")',
        """CREATE TABLE "reminder" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "due_at" TIMESTAMP NOT NULL,
    "fell_due_at" TIMESTAMP,
    "message_id" CHAR(36) NOT NULL UNIQUE REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_reminder_fell_du_7374f2" ON "reminder" ("fell_due_at", "due_at")',
        """CREATE TABLE "returned" (
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
    "message_id" CHAR(36) NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_returned_message_c9a306" UNIQUE ("message_id", "gmail_message_id", "address")
)
""",
        """CREATE TABLE "viewing" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "address" VARCHAR(45) NOT NULL,
    "user_agent" VARCHAR(512) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "message_id" CHAR(36) NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_viewing_message_5ac68c" ON "viewing" ("message_id", "at")',
        'CREATE INDEX "idx_viewing_account_6c5dd6" ON "viewing" ("account_id", "at")',
        'CREATE INDEX "idx_viewing_at_c4e4e1" ON "viewing" ("at")',
        """CREATE TABLE "correction" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "event_id" CHAR(36) NOT NULL UNIQUE,
    "said" VARCHAR(10) NOT NULL,
    "network" VARCHAR(64) NOT NULL,
    "user_agent" TEXT NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "message_id" CHAR(36) NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_correction_account_70a368" ON "correction" ("account_id", "at")',
        """CREATE TABLE "event" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "kind" VARCHAR(10) NOT NULL,
    "at" TIMESTAMP NOT NULL,
    "url" TEXT NOT NULL,
    "address" VARCHAR(45) NOT NULL,
    "user_agent" TEXT NOT NULL,
    "referer" TEXT NOT NULL,
    "headers" JSON NOT NULL,
    "client" VARCHAR(200) NOT NULL,
    "country" VARCHAR(100) NOT NULL,
    "city" VARCHAR(100) NOT NULL,
    "verdict" VARCHAR(20) NOT NULL,
    "score" INT NOT NULL,
    "rule" VARCHAR(60) NOT NULL,
    "evidence" JSON NOT NULL,
    "facts" JSON,
    "rules_version" INT NOT NULL,
    "counts" INT NOT NULL,
    "known" JSON,
    "history" JSON,
    "said" VARCHAR(10),
    "undone_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "link_id" BIGINT REFERENCES "link" ("id") ON DELETE SET NULL,
    "message_id" CHAR(36) NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    "recipient_id" BIGINT REFERENCES "recipient" ("id") ON DELETE SET NULL
)
""",
        'CREATE INDEX "idx_event_message_5be0b4" ON "event" ("message_id", "at")',
        'CREATE INDEX "idx_event_account_9bcb31" ON "event" ("account_id", "at")',
        """CREATE TABLE "excess" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "minute" INT NOT NULL,
    "origin" VARCHAR(24) NOT NULL,
    "number" INT NOT NULL,
    "message_id" CHAR(36) NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_excess_message_ce1de7" UNIQUE ("message_id", "kind", "minute", "origin")
)
""",
        'CREATE INDEX "idx_excess_minute_5b4297" ON "excess" ("minute")',
        """CREATE TABLE "forgotten" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "link_id" BIGINT,
    "kind" VARCHAR(10) NOT NULL,
    "verdict" VARCHAR(20) NOT NULL,
    "counts" INT NOT NULL,
    "number" INT NOT NULL,
    "first_at" TIMESTAMP NOT NULL,
    "last_at" TIMESTAMP NOT NULL,
    "message_id" CHAR(36) NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_forgotten_message_28f8d2" ON "forgotten" ("message_id")',
        """CREATE TABLE "reading" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "at" TIMESTAMP NOT NULL,
    "seconds" INT NOT NULL,
    "address" VARCHAR(45) NOT NULL,
    "user_agent" TEXT NOT NULL,
    "message_id" CHAR(36) NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_reading_message_cfb31b" ON "reading" ("message_id", "at")',
        'CREATE INDEX "idx_reading_at_3c44aa" ON "reading" ("at")',
        """CREATE TABLE "paired_browser" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "token_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "browser" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "last_seen_at" TIMESTAMP,
    "revoked_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "pairing" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "device_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "user_code" VARCHAR(16) NOT NULL UNIQUE,
    "browser" VARCHAR(200) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "polled_at" TIMESTAMP,
    "allowed_at" TIMESTAMP,
    "denied_at" TIMESTAMP,
    "claimed_at" TIMESTAMP,
    "account_id" BIGINT REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "alert" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(30) NOT NULL,
    "event_id" CHAR(36),
    "rfc822_message_id" VARCHAR(255) NOT NULL,
    "channel" VARCHAR(20) NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "claimed_until" TIMESTAMP,
    "sent_at" TIMESTAMP,
    "failed_at" TIMESTAMP,
    "dismissed_at" TIMESTAMP,
    "error" VARCHAR(500) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "message_id" CHAR(36) NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_alert_message_0521c3" UNIQUE ("message_id", "kind")
)
""",
        """CREATE TABLE "notice" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "key" VARCHAR(100) NOT NULL UNIQUE,
    "event_id" CHAR(36),
    "at" TIMESTAMP NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "quiet" INT NOT NULL,
    "claimed_by" BIGINT,
    "claimed_until" TIMESTAMP,
    "shown_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL,
    "message_id" CHAR(36)
)
""",
        'CREATE INDEX "idx_notice_account_498472" ON "notice" ("account_id", "id")',
        'CREATE INDEX "idx_notice_account_2bef07" ON "notice" ("account_id", "at")',
        'CREATE INDEX "idx_notice_created_c06471" ON "notice" ("created_at")',
        'CREATE INDEX "idx_notice_message_46711c" ON "notice" ("message_id")',
        'CREATE INDEX "idx_notice_event_i_443bb6" ON "notice" ("event_id")',
        """CREATE TABLE "copy_set" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "draft_id" VARCHAR(80) NOT NULL,
    "revision" VARCHAR(32) NOT NULL,
    "subject" VARCHAR(1000) NOT NULL,
    "from_address" VARCHAR(254) NOT NULL,
    "from_name" VARCHAR(300) NOT NULL,
    "mailbox" VARCHAR(254) NOT NULL,
    "thread_id" VARCHAR(32) NOT NULL,
    "wishes" JSON NOT NULL,
    "created_at" TIMESTAMP NOT NULL,
    "released_at" TIMESTAMP,
    "stopped_at" TIMESTAMP,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_copy_set_account_bbe21f" UNIQUE ("account_id", "draft_id")
)
""",
        'CREATE INDEX "idx_copy_set_release_da19eb" ON "copy_set" ("released_at", "created_at")',
        """CREATE TABLE "copy" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "message_id" CHAR(36) NOT NULL UNIQUE,
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
    "error" VARCHAR(500) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "copy_set_id" CHAR(36) NOT NULL REFERENCES "copy_set" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_copy_copy_se_852e21" UNIQUE ("copy_set_id", "number")
)
""",
        'CREATE INDEX "idx_copy_account_feb67f" ON "copy" ("account_id", "state")',
        """CREATE TABLE "copy_text" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "sealed" BLOB NOT NULL,
    "copy_set_id" CHAR(36) NOT NULL UNIQUE REFERENCES "copy_set" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE IF NOT EXISTS "aerich" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSON NOT NULL
)
""",
    ),
    "postgres": (
        """CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "fact" VARCHAR(60) NOT NULL,
    "listener" VARCHAR(120) NOT NULL,
    "unique_key" VARCHAR(190) NOT NULL UNIQUE,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "claimed_until" TIMESTAMPTZ,
    "attempts" INT NOT NULL,
    "done_at" TIMESTAMPTZ,
    "failed_at" TIMESTAMPTZ,
    "error" TEXT NOT NULL
)
""",
        'CREATE INDEX "idx_outbox_done_at_e4c0d5" ON "outbox" ("done_at", "failed_at", "due_at")',
        """CREATE TABLE "account" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL UNIQUE,
    "name" VARCHAR(200) NOT NULL,
    "role" VARCHAR(20) NOT NULL,
    "password_hash" VARCHAR(255),
    "google_sub" VARCHAR(255) UNIQUE,
    "time_zone" VARCHAR(64) NOT NULL,
    "prefix" VARCHAR(16) NOT NULL UNIQUE,
    "threshold" VARCHAR(10) NOT NULL,
    "alerts_on" BOOL NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "disabled_at" TIMESTAMPTZ,
    "seen_at" TIMESTAMPTZ
)
""",
        """CREATE TABLE "invitation" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "token_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "role" VARCHAR(20) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ
)
""",
        """CREATE TABLE "session" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "token_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL,
    "last_seen_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "address" VARCHAR(45) NOT NULL,
    "user_agent" VARCHAR(512) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "copy_check" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "started_at" TIMESTAMPTZ NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "gmail_grant" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL,
    "google_sub" VARCHAR(255) NOT NULL,
    "scopes" JSONB NOT NULL,
    "sealed_refresh_token" BYTEA,
    "connected_at" TIMESTAMPTZ NOT NULL,
    "disconnected_at" TIMESTAMPTZ,
    "failure" VARCHAR(300) NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "oauth_flow" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "state_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "browser_lookup" VARCHAR(64) NOT NULL,
    "purpose" VARCHAR(20) NOT NULL,
    "verifier" VARCHAR(128) NOT NULL,
    "nonce" VARCHAR(64) NOT NULL,
    "scopes" JSONB NOT NULL,
    "wishes" JSONB NOT NULL,
    "invitation_lookup" VARCHAR(64) NOT NULL,
    "next_path" VARCHAR(500) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "account_id" BIGINT REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "phone_labels" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "started_at" TIMESTAMPTZ NOT NULL,
    "opened_id" VARCHAR(64) NOT NULL,
    "clicked_id" VARCHAR(64) NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "return_watch" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "started_at" TIMESTAMPTZ NOT NULL,
    "history_id" VARCHAR(20) NOT NULL,
    "looked_at" TIMESTAMPTZ,
    "due_at" TIMESTAMPTZ NOT NULL,
    "claimed_until" TIMESTAMPTZ,
    "failures" INT NOT NULL,
    "trouble" VARCHAR(300) NOT NULL,
    "account_id" BIGINT NOT NULL UNIQUE REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_return_watc_due_at_8e59f2" ON "return_watch" ("due_at")',
        """CREATE TABLE "message" (
    "id" UUID NOT NULL PRIMARY KEY,
    "source" VARCHAR(20) NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "subject" VARCHAR(1000) NOT NULL,
    "from_address" VARCHAR(254) NOT NULL,
    "from_name" VARCHAR(300) NOT NULL,
    "search_text" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ,
    "listed_at" TIMESTAMPTZ NOT NULL,
    "reported_at" TIMESTAMPTZ,
    "undone_at" TIMESTAMPTZ,
    "verified_at" TIMESTAMPTZ,
    "draft_id" VARCHAR(80),
    "gmail_message_id" VARCHAR(32),
    "gmail_thread_id" VARCHAR(32),
    "rfc822_message_id" VARCHAR(500),
    "report" JSONB,
    "differences" JSONB,
    "proof" JSONB,
    "opens" INT NOT NULL,
    "clicks" INT NOT NULL,
    "raw_opens" INT NOT NULL,
    "raw_clicks" INT NOT NULL,
    "excess_opens" INT NOT NULL,
    "excess_clicks" INT NOT NULL,
    "first_open_at" TIMESTAMPTZ,
    "last_open_at" TIMESTAMPTZ,
    "certainty" VARCHAR(20),
    "loaded_at" TIMESTAMPTZ,
    "last_activity_at" TIMESTAMPTZ,
    "replied_at" TIMESTAMPTZ,
    "bounced_at" TIMESTAMPTZ,
    "bounces" INT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_message_account_5f30b2" ON "message" ("account_id", "listed_at", "id")',
        'CREATE INDEX "idx_message_account_70d67b" ON "message" ("account_id", "updated_at")',
        'CREATE INDEX "idx_message_account_a4085b" ON "message" ("account_id", "last_activity_at")',
        'CREATE INDEX "idx_message_account_112e52" ON "message" ("account_id", "gmail_thread_id")',
        'CREATE INDEX "idx_message_account_ae0e65" ON "message" ("account_id", "gmail_message_id")',
        'CREATE INDEX "idx_message_account_c32890" ON "message" ("account_id", "rfc822_message_id")',
        """CREATE TABLE "link" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" INT NOT NULL,
    "url" TEXT NOT NULL,
    "url_hash" VARCHAR(64) NOT NULL,
    "text" VARCHAR(500) NOT NULL,
    "clicks" INT NOT NULL,
    "raw_clicks" INT NOT NULL,
    "first_click_at" TIMESTAMPTZ,
    "last_click_at" TIMESTAMPTZ,
    "message_id" UUID NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_link_message_0f8a45" UNIQUE ("message_id", "number")
)
""",
        'CREATE INDEX "idx_link_message_370617" ON "link" ("message_id", "url_hash")',
        """CREATE TABLE "mute" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "message_id" UUID NOT NULL UNIQUE REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "recipient" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" INT NOT NULL,
    "kind" VARCHAR(3) NOT NULL,
    "address" VARCHAR(254) NOT NULL,
    "domain" VARCHAR(253) NOT NULL,
    "name" VARCHAR(300) NOT NULL,
    "message_id" UUID NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_recipient_message_ae084d" UNIQUE ("message_id", "number")
)
""",
        'CREATE INDEX "idx_recipient_domain_2fac48" ON "recipient" ("domain", "address")',
        """CREATE TABLE "reminder" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "due_at" TIMESTAMPTZ NOT NULL,
    "fell_due_at" TIMESTAMPTZ,
    "message_id" UUID NOT NULL UNIQUE REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_reminder_fell_du_7374f2" ON "reminder" ("fell_due_at", "due_at")',
        """CREATE TABLE "returned" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(10) NOT NULL,
    "address" VARCHAR(254) NOT NULL,
    "name" VARCHAR(300) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "noticed_at" TIMESTAMPTZ NOT NULL,
    "lasting" BOOL NOT NULL,
    "status" VARCHAR(11) NOT NULL,
    "gmail_message_id" VARCHAR(32) NOT NULL,
    "gmail_thread_id" VARCHAR(32) NOT NULL,
    "message_id" UUID NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_returned_message_c9a306" UNIQUE ("message_id", "gmail_message_id", "address")
)
""",
        """CREATE TABLE "viewing" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "address" VARCHAR(45) NOT NULL,
    "user_agent" VARCHAR(512) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "message_id" UUID NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_viewing_message_5ac68c" ON "viewing" ("message_id", "at")',
        'CREATE INDEX "idx_viewing_account_6c5dd6" ON "viewing" ("account_id", "at")',
        'CREATE INDEX "idx_viewing_at_c4e4e1" ON "viewing" ("at")',
        """CREATE TABLE "correction" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "event_id" UUID NOT NULL UNIQUE,
    "said" VARCHAR(10) NOT NULL,
    "network" VARCHAR(64) NOT NULL,
    "user_agent" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "message_id" UUID NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_correction_account_70a368" ON "correction" ("account_id", "at")',
        """CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "url" TEXT NOT NULL,
    "address" VARCHAR(45) NOT NULL,
    "user_agent" TEXT NOT NULL,
    "referer" TEXT NOT NULL,
    "headers" JSONB NOT NULL,
    "client" VARCHAR(200) NOT NULL,
    "country" VARCHAR(100) NOT NULL,
    "city" VARCHAR(100) NOT NULL,
    "verdict" VARCHAR(20) NOT NULL,
    "score" INT NOT NULL,
    "rule" VARCHAR(60) NOT NULL,
    "evidence" JSONB NOT NULL,
    "facts" JSONB,
    "rules_version" INT NOT NULL,
    "counts" BOOL NOT NULL,
    "known" JSONB,
    "history" JSONB,
    "said" VARCHAR(10),
    "undone_at" TIMESTAMPTZ,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "link_id" BIGINT REFERENCES "link" ("id") ON DELETE SET NULL,
    "message_id" UUID NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    "recipient_id" BIGINT REFERENCES "recipient" ("id") ON DELETE SET NULL,
    PRIMARY KEY ("id", "at")
) PARTITION BY RANGE ("at")
""",
        'CREATE TABLE "event_rest" PARTITION OF "event" DEFAULT',
        'CREATE INDEX "idx_event_message_5be0b4" ON "event" ("message_id", "at")',
        'CREATE INDEX "idx_event_account_9bcb31" ON "event" ("account_id", "at")',
        """CREATE TABLE "excess" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(10) NOT NULL,
    "minute" INT NOT NULL,
    "origin" VARCHAR(24) NOT NULL,
    "number" INT NOT NULL,
    "message_id" UUID NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_excess_message_ce1de7" UNIQUE ("message_id", "kind", "minute", "origin")
)
""",
        'CREATE INDEX "idx_excess_minute_5b4297" ON "excess" ("minute")',
        """CREATE TABLE "forgotten" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "link_id" BIGINT,
    "kind" VARCHAR(10) NOT NULL,
    "verdict" VARCHAR(20) NOT NULL,
    "counts" BOOL NOT NULL,
    "number" INT NOT NULL,
    "first_at" TIMESTAMPTZ NOT NULL,
    "last_at" TIMESTAMPTZ NOT NULL,
    "message_id" UUID NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_forgotten_message_28f8d2" ON "forgotten" ("message_id")',
        """CREATE TABLE "reading" (
    "id" UUID NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "seconds" INT NOT NULL,
    "address" VARCHAR(45) NOT NULL,
    "user_agent" TEXT NOT NULL,
    "message_id" UUID NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE
)
""",
        'CREATE INDEX "idx_reading_message_cfb31b" ON "reading" ("message_id", "at")',
        'CREATE INDEX "idx_reading_at_3c44aa" ON "reading" ("at")',
        """CREATE TABLE "paired_browser" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "token_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "browser" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "last_seen_at" TIMESTAMPTZ,
    "revoked_at" TIMESTAMPTZ,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "pairing" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "device_lookup" VARCHAR(64) NOT NULL UNIQUE,
    "user_code" VARCHAR(16) NOT NULL UNIQUE,
    "browser" VARCHAR(200) NOT NULL,
    "household" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "polled_at" TIMESTAMPTZ,
    "allowed_at" TIMESTAMPTZ,
    "denied_at" TIMESTAMPTZ,
    "claimed_at" TIMESTAMPTZ,
    "account_id" BIGINT REFERENCES "account" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE "alert" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(30) NOT NULL,
    "event_id" UUID,
    "rfc822_message_id" VARCHAR(255) NOT NULL,
    "channel" VARCHAR(20) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "claimed_until" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "failed_at" TIMESTAMPTZ,
    "dismissed_at" TIMESTAMPTZ,
    "error" VARCHAR(500) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "message_id" UUID NOT NULL REFERENCES "message" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_alert_message_0521c3" UNIQUE ("message_id", "kind")
)
""",
        """CREATE TABLE "notice" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(20) NOT NULL,
    "key" VARCHAR(100) NOT NULL UNIQUE,
    "event_id" UUID,
    "at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "quiet" BOOL NOT NULL,
    "claimed_by" BIGINT,
    "claimed_until" TIMESTAMPTZ,
    "shown_at" TIMESTAMPTZ,
    "account_id" BIGINT NOT NULL,
    "message_id" UUID
)
""",
        'CREATE INDEX "idx_notice_account_498472" ON "notice" ("account_id", "id")',
        'CREATE INDEX "idx_notice_account_2bef07" ON "notice" ("account_id", "at")',
        'CREATE INDEX "idx_notice_created_c06471" ON "notice" ("created_at")',
        'CREATE INDEX "idx_notice_message_46711c" ON "notice" ("message_id")',
        'CREATE INDEX "idx_notice_event_i_443bb6" ON "notice" ("event_id")',
        """CREATE TABLE "copy_set" (
    "id" UUID NOT NULL PRIMARY KEY,
    "draft_id" VARCHAR(80) NOT NULL,
    "revision" VARCHAR(32) NOT NULL,
    "subject" VARCHAR(1000) NOT NULL,
    "from_address" VARCHAR(254) NOT NULL,
    "from_name" VARCHAR(300) NOT NULL,
    "mailbox" VARCHAR(254) NOT NULL,
    "thread_id" VARCHAR(32) NOT NULL,
    "wishes" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "released_at" TIMESTAMPTZ,
    "stopped_at" TIMESTAMPTZ,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_copy_set_account_bbe21f" UNIQUE ("account_id", "draft_id")
)
""",
        'CREATE INDEX "idx_copy_set_release_da19eb" ON "copy_set" ("released_at", "created_at")',
        """CREATE TABLE "copy" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "message_id" UUID NOT NULL UNIQUE,
    "number" INT NOT NULL,
    "address" VARCHAR(254) NOT NULL,
    "name" VARCHAR(300) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "tries" INT NOT NULL,
    "tried_at" TIMESTAMPTZ,
    "claimed_until" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "failed_at" TIMESTAMPTZ,
    "dismissed_at" TIMESTAMPTZ,
    "error" VARCHAR(500) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "copy_set_id" UUID NOT NULL REFERENCES "copy_set" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_copy_copy_se_852e21" UNIQUE ("copy_set_id", "number")
)
""",
        'CREATE INDEX "idx_copy_account_feb67f" ON "copy" ("account_id", "state")',
        """CREATE TABLE "copy_text" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "sealed" BYTEA NOT NULL,
    "copy_set_id" UUID NOT NULL UNIQUE REFERENCES "copy_set" ("id") ON DELETE CASCADE
)
""",
        """CREATE TABLE IF NOT EXISTS "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
)
""",
    ),
    "mysql": (
        """CREATE TABLE `outbox` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `fact` VARCHAR(60) NOT NULL,
    `listener` VARCHAR(120) NOT NULL,
    `unique_key` VARCHAR(190) NOT NULL UNIQUE,
    `payload` JSON NOT NULL,
    `created_at` DATETIME(6) NOT NULL,
    `due_at` DATETIME(6) NOT NULL,
    `claimed_until` DATETIME(6),
    `attempts` INT NOT NULL,
    `done_at` DATETIME(6),
    `failed_at` DATETIME(6),
    `error` LONGTEXT NOT NULL,
    KEY `idx_outbox_done_at_e4c0d5` (`done_at`, `failed_at`, `due_at`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `account` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `email` VARCHAR(254) NOT NULL UNIQUE,
    `name` VARCHAR(200) NOT NULL,
    `role` VARCHAR(20) NOT NULL,
    `password_hash` VARCHAR(255),
    `google_sub` VARCHAR(255) UNIQUE,
    `time_zone` VARCHAR(64) NOT NULL,
    `prefix` VARCHAR(16) NOT NULL UNIQUE,
    `threshold` VARCHAR(10) NOT NULL,
    `alerts_on` BOOL NOT NULL,
    `created_at` DATETIME(6) NOT NULL,
    `disabled_at` DATETIME(6),
    `seen_at` DATETIME(6)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `invitation` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `token_lookup` VARCHAR(64) NOT NULL UNIQUE,
    `role` VARCHAR(20) NOT NULL,
    `created_at` DATETIME(6) NOT NULL,
    `expires_at` DATETIME(6) NOT NULL,
    `used_at` DATETIME(6)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `session` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `token_lookup` VARCHAR(64) NOT NULL UNIQUE,
    `created_at` DATETIME(6) NOT NULL,
    `last_seen_at` DATETIME(6) NOT NULL,
    `expires_at` DATETIME(6) NOT NULL,
    `revoked_at` DATETIME(6),
    `address` VARCHAR(45) NOT NULL,
    `user_agent` VARCHAR(512) NOT NULL,
    `account_id` BIGINT NOT NULL,
    CONSTRAINT `fk_session_account_fde7460a` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `copy_check` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `started_at` DATETIME(6) NOT NULL,
    `account_id` BIGINT NOT NULL UNIQUE,
    CONSTRAINT `fk_copy_che_account_43bf7a03` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `gmail_grant` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `email` VARCHAR(254) NOT NULL,
    `google_sub` VARCHAR(255) NOT NULL,
    `scopes` JSON NOT NULL,
    `sealed_refresh_token` LONGBLOB,
    `connected_at` DATETIME(6) NOT NULL,
    `disconnected_at` DATETIME(6),
    `failure` VARCHAR(300) NOT NULL,
    `account_id` BIGINT NOT NULL UNIQUE,
    CONSTRAINT `fk_gmail_gr_account_e0973023` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `oauth_flow` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `state_lookup` VARCHAR(64) NOT NULL UNIQUE,
    `browser_lookup` VARCHAR(64) NOT NULL,
    `purpose` VARCHAR(20) NOT NULL,
    `verifier` VARCHAR(128) NOT NULL,
    `nonce` VARCHAR(64) NOT NULL,
    `scopes` JSON NOT NULL,
    `wishes` JSON NOT NULL,
    `invitation_lookup` VARCHAR(64) NOT NULL,
    `next_path` VARCHAR(500) NOT NULL,
    `created_at` DATETIME(6) NOT NULL,
    `expires_at` DATETIME(6) NOT NULL,
    `used_at` DATETIME(6),
    `account_id` BIGINT,
    CONSTRAINT `fk_oauth_fl_account_c1de7975` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `phone_labels` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `started_at` DATETIME(6) NOT NULL,
    `opened_id` VARCHAR(64) NOT NULL,
    `clicked_id` VARCHAR(64) NOT NULL,
    `account_id` BIGINT NOT NULL UNIQUE,
    CONSTRAINT `fk_phone_la_account_a9dfe0c7` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `return_watch` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `started_at` DATETIME(6) NOT NULL,
    `history_id` VARCHAR(20) NOT NULL,
    `looked_at` DATETIME(6),
    `due_at` DATETIME(6) NOT NULL,
    `claimed_until` DATETIME(6),
    `failures` INT NOT NULL,
    `trouble` VARCHAR(300) NOT NULL,
    `account_id` BIGINT NOT NULL UNIQUE,
    CONSTRAINT `fk_return_w_account_b2def934` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
    KEY `idx_return_watc_due_at_8e59f2` (`due_at`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `message` (
    `id` CHAR(36) NOT NULL PRIMARY KEY,
    `source` VARCHAR(20) NOT NULL,
    `state` VARCHAR(20) NOT NULL,
    `subject` VARCHAR(1000) NOT NULL,
    `from_address` VARCHAR(254) NOT NULL,
    `from_name` VARCHAR(300) NOT NULL,
    `search_text` LONGTEXT NOT NULL,
    `sent_at` DATETIME(6),
    `listed_at` DATETIME(6) NOT NULL,
    `reported_at` DATETIME(6),
    `undone_at` DATETIME(6),
    `verified_at` DATETIME(6),
    `draft_id` VARCHAR(80),
    `gmail_message_id` VARCHAR(32),
    `gmail_thread_id` VARCHAR(32),
    `rfc822_message_id` VARCHAR(500),
    `report` JSON,
    `differences` JSON,
    `proof` JSON,
    `opens` INT NOT NULL,
    `clicks` INT NOT NULL,
    `raw_opens` INT NOT NULL,
    `raw_clicks` INT NOT NULL,
    `excess_opens` INT NOT NULL,
    `excess_clicks` INT NOT NULL,
    `first_open_at` DATETIME(6),
    `last_open_at` DATETIME(6),
    `certainty` VARCHAR(20),
    `loaded_at` DATETIME(6),
    `last_activity_at` DATETIME(6),
    `replied_at` DATETIME(6),
    `bounced_at` DATETIME(6),
    `bounces` INT NOT NULL,
    `updated_at` DATETIME(6) NOT NULL,
    `account_id` BIGINT NOT NULL,
    CONSTRAINT `fk_message_account_56b9d5b0` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
    KEY `idx_message_account_5f30b2` (`account_id`, `listed_at`, `id`),
    KEY `idx_message_account_70d67b` (`account_id`, `updated_at`),
    KEY `idx_message_account_a4085b` (`account_id`, `last_activity_at`),
    KEY `idx_message_account_112e52` (`account_id`, `gmail_thread_id`),
    KEY `idx_message_account_ae0e65` (`account_id`, `gmail_message_id`),
    KEY `idx_message_account_c32890` (`account_id`, `rfc822_message_id`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `link` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `number` INT NOT NULL,
    `url` LONGTEXT NOT NULL,
    `url_hash` VARCHAR(64) NOT NULL,
    `text` VARCHAR(500) NOT NULL,
    `clicks` INT NOT NULL,
    `raw_clicks` INT NOT NULL,
    `first_click_at` DATETIME(6),
    `last_click_at` DATETIME(6),
    `message_id` CHAR(36) NOT NULL,
    UNIQUE KEY `uid_link_message_0f8a45` (`message_id`, `number`),
    CONSTRAINT `fk_link_message_4910b832` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE,
    KEY `idx_link_message_370617` (`message_id`, `url_hash`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `mute` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `created_at` DATETIME(6) NOT NULL,
    `message_id` CHAR(36) NOT NULL UNIQUE,
    CONSTRAINT `fk_mute_message_096f0e67` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `recipient` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `number` INT NOT NULL,
    `kind` VARCHAR(3) NOT NULL,
    `address` VARCHAR(254) NOT NULL,
    `domain` VARCHAR(253) NOT NULL,
    `name` VARCHAR(300) NOT NULL,
    `message_id` CHAR(36) NOT NULL,
    UNIQUE KEY `uid_recipient_message_ae084d` (`message_id`, `number`),
    CONSTRAINT `fk_recipien_message_a0a87472` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE,
    KEY `idx_recipient_domain_2fac48` (`domain`, `address`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `reminder` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `created_at` DATETIME(6) NOT NULL,
    `due_at` DATETIME(6) NOT NULL,
    `fell_due_at` DATETIME(6),
    `message_id` CHAR(36) NOT NULL UNIQUE,
    CONSTRAINT `fk_reminder_message_cb252722` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE,
    KEY `idx_reminder_fell_du_7374f2` (`fell_due_at`, `due_at`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `returned` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `kind` VARCHAR(10) NOT NULL,
    `address` VARCHAR(254) NOT NULL,
    `name` VARCHAR(300) NOT NULL,
    `at` DATETIME(6) NOT NULL,
    `noticed_at` DATETIME(6) NOT NULL,
    `lasting` BOOL NOT NULL,
    `status` VARCHAR(11) NOT NULL,
    `gmail_message_id` VARCHAR(32) NOT NULL,
    `gmail_thread_id` VARCHAR(32) NOT NULL,
    `message_id` CHAR(36) NOT NULL,
    UNIQUE KEY `uid_returned_message_c9a306` (`message_id`, `gmail_message_id`, `address`),
    CONSTRAINT `fk_returned_message_75365716` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `viewing` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `at` DATETIME(6) NOT NULL,
    `address` VARCHAR(45) NOT NULL,
    `user_agent` VARCHAR(512) NOT NULL,
    `account_id` BIGINT NOT NULL,
    `message_id` CHAR(36) NOT NULL,
    CONSTRAINT `fk_viewing_account_d4628de0` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
    CONSTRAINT `fk_viewing_message_a56accf6` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE,
    KEY `idx_viewing_message_5ac68c` (`message_id`, `at`),
    KEY `idx_viewing_account_6c5dd6` (`account_id`, `at`),
    KEY `idx_viewing_at_c4e4e1` (`at`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `correction` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `event_id` CHAR(36) NOT NULL UNIQUE,
    `said` VARCHAR(10) NOT NULL,
    `network` VARCHAR(64) NOT NULL,
    `user_agent` LONGTEXT NOT NULL,
    `at` DATETIME(6) NOT NULL,
    `account_id` BIGINT NOT NULL,
    `message_id` CHAR(36) NOT NULL,
    CONSTRAINT `fk_correcti_account_abb628be` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
    CONSTRAINT `fk_correcti_message_9440caf6` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE,
    KEY `idx_correction_account_70a368` (`account_id`, `at`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `event` (
    `id` CHAR(36) NOT NULL PRIMARY KEY,
    `kind` VARCHAR(10) NOT NULL,
    `at` DATETIME(6) NOT NULL,
    `url` LONGTEXT NOT NULL,
    `address` VARCHAR(45) NOT NULL,
    `user_agent` LONGTEXT NOT NULL,
    `referer` LONGTEXT NOT NULL,
    `headers` JSON NOT NULL,
    `client` VARCHAR(200) NOT NULL,
    `country` VARCHAR(100) NOT NULL,
    `city` VARCHAR(100) NOT NULL,
    `verdict` VARCHAR(20) NOT NULL,
    `score` INT NOT NULL,
    `rule` VARCHAR(60) NOT NULL,
    `evidence` JSON NOT NULL,
    `facts` JSON,
    `rules_version` INT NOT NULL,
    `counts` BOOL NOT NULL,
    `known` JSON,
    `history` JSON,
    `said` VARCHAR(10),
    `undone_at` DATETIME(6),
    `account_id` BIGINT NOT NULL,
    `link_id` BIGINT,
    `message_id` CHAR(36) NOT NULL,
    `recipient_id` BIGINT,
    CONSTRAINT `fk_event_account_906c319a` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
    CONSTRAINT `fk_event_link_41fc2ee7` FOREIGN KEY (`link_id`) REFERENCES `link` (`id`) ON DELETE SET NULL,
    CONSTRAINT `fk_event_message_a284d952` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE,
    CONSTRAINT `fk_event_recipien_6ce995cd` FOREIGN KEY (`recipient_id`) REFERENCES `recipient` (`id`) ON DELETE SET NULL,
    KEY `idx_event_message_5be0b4` (`message_id`, `at`),
    KEY `idx_event_account_9bcb31` (`account_id`, `at`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `excess` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `kind` VARCHAR(10) NOT NULL,
    `minute` INT NOT NULL,
    `origin` VARCHAR(24) NOT NULL,
    `number` INT NOT NULL,
    `message_id` CHAR(36) NOT NULL,
    UNIQUE KEY `uid_excess_message_ce1de7` (`message_id`, `kind`, `minute`, `origin`),
    CONSTRAINT `fk_excess_message_9cf974f7` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE,
    KEY `idx_excess_minute_5b4297` (`minute`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `forgotten` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `link_id` BIGINT,
    `kind` VARCHAR(10) NOT NULL,
    `verdict` VARCHAR(20) NOT NULL,
    `counts` BOOL NOT NULL,
    `number` INT NOT NULL,
    `first_at` DATETIME(6) NOT NULL,
    `last_at` DATETIME(6) NOT NULL,
    `message_id` CHAR(36) NOT NULL,
    CONSTRAINT `fk_forgotte_message_2ce6bfac` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE,
    KEY `idx_forgotten_message_28f8d2` (`message_id`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `reading` (
    `id` CHAR(36) NOT NULL PRIMARY KEY,
    `at` DATETIME(6) NOT NULL,
    `seconds` INT NOT NULL,
    `address` VARCHAR(45) NOT NULL,
    `user_agent` LONGTEXT NOT NULL,
    `message_id` CHAR(36) NOT NULL,
    CONSTRAINT `fk_reading_message_dffb04a5` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE,
    KEY `idx_reading_message_cfb31b` (`message_id`, `at`),
    KEY `idx_reading_at_3c44aa` (`at`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `paired_browser` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `token_lookup` VARCHAR(64) NOT NULL UNIQUE,
    `browser` VARCHAR(200) NOT NULL,
    `created_at` DATETIME(6) NOT NULL,
    `last_seen_at` DATETIME(6),
    `revoked_at` DATETIME(6),
    `account_id` BIGINT NOT NULL,
    CONSTRAINT `fk_paired_b_account_4f4e56c9` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `pairing` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `device_lookup` VARCHAR(64) NOT NULL UNIQUE,
    `user_code` VARCHAR(16) NOT NULL UNIQUE,
    `browser` VARCHAR(200) NOT NULL,
    `household` VARCHAR(64) NOT NULL,
    `created_at` DATETIME(6) NOT NULL,
    `expires_at` DATETIME(6) NOT NULL,
    `polled_at` DATETIME(6),
    `allowed_at` DATETIME(6),
    `denied_at` DATETIME(6),
    `claimed_at` DATETIME(6),
    `account_id` BIGINT,
    CONSTRAINT `fk_pairing_account_525ac4a9` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `alert` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `kind` VARCHAR(30) NOT NULL,
    `event_id` CHAR(36),
    `rfc822_message_id` VARCHAR(255) NOT NULL,
    `channel` VARCHAR(20) NOT NULL,
    `created_at` DATETIME(6) NOT NULL,
    `claimed_until` DATETIME(6),
    `sent_at` DATETIME(6),
    `failed_at` DATETIME(6),
    `dismissed_at` DATETIME(6),
    `error` VARCHAR(500) NOT NULL,
    `account_id` BIGINT NOT NULL,
    `message_id` CHAR(36) NOT NULL,
    UNIQUE KEY `uid_alert_message_0521c3` (`message_id`, `kind`),
    CONSTRAINT `fk_alert_account_538196da` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
    CONSTRAINT `fk_alert_message_be9ce10f` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `notice` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `kind` VARCHAR(20) NOT NULL,
    `key` VARCHAR(100) NOT NULL UNIQUE,
    `event_id` CHAR(36),
    `at` DATETIME(6) NOT NULL,
    `created_at` DATETIME(6) NOT NULL,
    `quiet` BOOL NOT NULL,
    `claimed_by` BIGINT,
    `claimed_until` DATETIME(6),
    `shown_at` DATETIME(6),
    `account_id` BIGINT NOT NULL,
    `message_id` CHAR(36),
    KEY `idx_notice_account_498472` (`account_id`, `id`),
    KEY `idx_notice_account_2bef07` (`account_id`, `at`),
    KEY `idx_notice_created_c06471` (`created_at`),
    KEY `idx_notice_message_46711c` (`message_id`),
    KEY `idx_notice_event_i_443bb6` (`event_id`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `copy_set` (
    `id` CHAR(36) NOT NULL PRIMARY KEY,
    `draft_id` VARCHAR(80) NOT NULL,
    `revision` VARCHAR(32) NOT NULL,
    `subject` VARCHAR(1000) NOT NULL,
    `from_address` VARCHAR(254) NOT NULL,
    `from_name` VARCHAR(300) NOT NULL,
    `mailbox` VARCHAR(254) NOT NULL,
    `thread_id` VARCHAR(32) NOT NULL,
    `wishes` JSON NOT NULL,
    `created_at` DATETIME(6) NOT NULL,
    `released_at` DATETIME(6),
    `stopped_at` DATETIME(6),
    `account_id` BIGINT NOT NULL,
    UNIQUE KEY `uid_copy_set_account_bbe21f` (`account_id`, `draft_id`),
    CONSTRAINT `fk_copy_set_account_aec15b71` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
    KEY `idx_copy_set_release_da19eb` (`released_at`, `created_at`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `copy` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `message_id` CHAR(36) NOT NULL UNIQUE,
    `number` INT NOT NULL,
    `address` VARCHAR(254) NOT NULL,
    `name` VARCHAR(300) NOT NULL,
    `state` VARCHAR(10) NOT NULL,
    `tries` INT NOT NULL,
    `tried_at` DATETIME(6),
    `claimed_until` DATETIME(6),
    `sent_at` DATETIME(6),
    `failed_at` DATETIME(6),
    `dismissed_at` DATETIME(6),
    `error` VARCHAR(500) NOT NULL,
    `account_id` BIGINT NOT NULL,
    `copy_set_id` CHAR(36) NOT NULL,
    UNIQUE KEY `uid_copy_copy_se_852e21` (`copy_set_id`, `number`),
    CONSTRAINT `fk_copy_account_d3c505c6` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
    CONSTRAINT `fk_copy_copy_set_f43c96ff` FOREIGN KEY (`copy_set_id`) REFERENCES `copy_set` (`id`) ON DELETE CASCADE,
    KEY `idx_copy_account_feb67f` (`account_id`, `state`)
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE `copy_text` (
    `id` BIGINT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `sealed` LONGBLOB NOT NULL,
    `copy_set_id` CHAR(36) NOT NULL UNIQUE,
    CONSTRAINT `fk_copy_tex_copy_set_f2053fb7` FOREIGN KEY (`copy_set_id`) REFERENCES `copy_set` (`id`) ON DELETE CASCADE
) CHARACTER SET utf8mb4
""",
        """CREATE TABLE IF NOT EXISTS `aerich` (
    `id` INT NOT NULL PRIMARY KEY AUTO_INCREMENT,
    `version` VARCHAR(255) NOT NULL,
    `app` VARCHAR(100) NOT NULL,
    `content` JSON NOT NULL
) CHARACTER SET utf8mb4
""",
    ),
}

DOWN: dict[str, tuple[str, ...]] = {
    "sqlite": (
        'DROP TABLE "copy_text"',
        'DROP TABLE "copy"',
        'DROP TABLE "copy_set"',
        'DROP TABLE "notice"',
        'DROP TABLE "alert"',
        'DROP TABLE "pairing"',
        'DROP TABLE "paired_browser"',
        'DROP TABLE "reading"',
        'DROP TABLE "forgotten"',
        'DROP TABLE "excess"',
        'DROP TABLE "event"',
        'DROP TABLE "correction"',
        'DROP TABLE "viewing"',
        'DROP TABLE "returned"',
        'DROP TABLE "reminder"',
        'DROP TABLE "recipient"',
        'DROP TABLE "mute"',
        'DROP TABLE "link"',
        'DROP TABLE "message"',
        'DROP TABLE "return_watch"',
        'DROP TABLE "phone_labels"',
        'DROP TABLE "oauth_flow"',
        'DROP TABLE "gmail_grant"',
        'DROP TABLE "copy_check"',
        'DROP TABLE "session"',
        'DROP TABLE "invitation"',
        'DROP TABLE "account"',
        'DROP TABLE "outbox"',
    ),
    "postgres": (
        'DROP TABLE "copy_text"',
        'DROP TABLE "copy"',
        'DROP TABLE "copy_set"',
        'DROP TABLE "notice"',
        'DROP TABLE "alert"',
        'DROP TABLE "pairing"',
        'DROP TABLE "paired_browser"',
        'DROP TABLE "reading"',
        'DROP TABLE "forgotten"',
        'DROP TABLE "excess"',
        'DROP TABLE "event"',
        'DROP TABLE "correction"',
        'DROP TABLE "viewing"',
        'DROP TABLE "returned"',
        'DROP TABLE "reminder"',
        'DROP TABLE "recipient"',
        'DROP TABLE "mute"',
        'DROP TABLE "link"',
        'DROP TABLE "message"',
        'DROP TABLE "return_watch"',
        'DROP TABLE "phone_labels"',
        'DROP TABLE "oauth_flow"',
        'DROP TABLE "gmail_grant"',
        'DROP TABLE "copy_check"',
        'DROP TABLE "session"',
        'DROP TABLE "invitation"',
        'DROP TABLE "account"',
        'DROP TABLE "outbox"',
    ),
    "mysql": (
        "DROP TABLE `copy_text`",
        "DROP TABLE `copy`",
        "DROP TABLE `copy_set`",
        "DROP TABLE `notice`",
        "DROP TABLE `alert`",
        "DROP TABLE `pairing`",
        "DROP TABLE `paired_browser`",
        "DROP TABLE `reading`",
        "DROP TABLE `forgotten`",
        "DROP TABLE `excess`",
        "DROP TABLE `event`",
        "DROP TABLE `correction`",
        "DROP TABLE `viewing`",
        "DROP TABLE `returned`",
        "DROP TABLE `reminder`",
        "DROP TABLE `recipient`",
        "DROP TABLE `mute`",
        "DROP TABLE `link`",
        "DROP TABLE `message`",
        "DROP TABLE `return_watch`",
        "DROP TABLE `phone_labels`",
        "DROP TABLE `oauth_flow`",
        "DROP TABLE `gmail_grant`",
        "DROP TABLE `copy_check`",
        "DROP TABLE `session`",
        "DROP TABLE `invitation`",
        "DROP TABLE `account`",
        "DROP TABLE `outbox`",
    ),
}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    "eJztXetz2za2/1cw/pJkRvWNn3WdvTtju0nWbWJ3Ene33XpHhkhIwpoitCRlWXeb//2eA/"
    "D9Mkk9TNH40MaicEDqd0DgvM9/dybCZJa7ez3zBuLxi5jvnJL/7th0wuCP7Jc9skOn0+gr"
    "vODRgSVHCzlMjhm4nkMND64OqeUyuGQy13D41OPChqv2zLLwojBgILdHSH5tMxhteGQoHC"
    "Lgg8Vdj9nM2SV3M5v/Z8b692xxRyb0nrmE2raY2QbQEu4Rb84NRsbUmVjMdXfxGXwST4yY"
    "N2YO3OGPf8Flbpvskbn48Q+4v8361MPhQ8otZvofzJm8/C8kmN73h5xZZgIYbkoavN73Fl"
    "N57ZyPLm3vgxyLcwz6hrBmEzsaP114Y2GHBNyWNxvhb6Qewzt4zgzBQnh8VAP81M+Jhqjf"
    "EaMx2ZDOLC8G7qAfXdvp96+ub/pf39/0+ztV2OFfMoSNrIRHdSUAI3yE737Y3z84+H7/7c"
    "HxydHh998fnbw9gbHyebNfff9NPUyElppKYnb58fLqBh9IwHpRywgvfJM01KOKSrIrQh9X"
    "SRb/C2B/PvrB+BT+8MPS+AdolzEguBBxIFrjm2DBhD72LWaPvDF8PH5bgu7fz75c/O3sy+"
    "vjt2+SEF/53+zLrxDsCNzgrasDcJymgyDv7VdBGUYVwiy/S+IcbWl1kE5SrQbr591Rkkj/"
    "UAnpH0qQ/iGD9JQuLEFzduyfvl5f5cMcI0lhbHI4of6UZ9MWrusScBEMnHniuv+x4pi+/n"
    "z2Wxrui0/X5xIc4XojR84iJzhPQW84DMEJztgE+j/CNx6fsHwOJCnTTPBJd4M/usWKm8vP"
    "77/enH3+JcGPH89u3uM3+/LqInX19XGKR+Ek5B+XN38j+JH88/rqfZpt4bibf+7gM9GZJ/"
    "q2mPepGcckuBxcSrDZl5dqsjii0uxtNXsNiwITzP7M9rhV+0VOE6+A2f4BpXm9el5Tz2OT"
    "qedm2Vyo3MRJnlZxVvXuvl2XQKJUnP29w+8PTw6OD0PNJrxSptAEyktsb4zpmHU2x4hMvz"
    "BtfmEShoM6HE4Qah63mcfMcUSOQnzDHgu2xJBgc9rwzs4zMPL9bzflOkPIx0/XVx+D4WlF"
    "4ts3NLQN72PGHrwwoMb9nDpmP/ON2BdFY7NfTfYn6SvUpiMJI/5i/H2+ofPMMATIKTs5Nt"
    "Dgq16ZBZTGBjUxgZ6RKXNcYZM598bEGzPuEDG3e4S7wsL1QtAmRl7DN8QVM8dgLjGoZUkT"
    "KLOp7RHhkJnLnEvzTUUrqLZxttLGySY0T9YutgyFBJ0zCu0fHVYwCsGoQqOQ/C4plsl/a8"
    "AbjO/Ahp5C920VkxuMKkb3bcbk5girFrrB+A2iO2GTgbJYbwLjShCXIJy1abruXMB5N6bu"
    "uA7SGcJGkLdM1kzvF0eV9oujkv3iKA34SIiRxfrubFAH7STVSqBu1ca8BqBR2+n/H2i/dX"
    "BOEG1wE/n15mIzO8hxlSPwuPgEPM4cgFOHDfljra0jpOiciLF3XMXtlFZBY16n48wyHoP+"
    "ORZWjhBdsozjRBtcxha/Z9ZiMyt5r5KHr8TBlzkLqcUcz+3DQ2X1FQGCBbUL7JZxuhTaAy"
    "BcF9zBMt+srn5+ff0poaufX6aV8V8/n78H7CX0MIh7CV1Fe/VemNXL5C6i3ITPKVJt3Wwz"
    "n13G7AY8jpFp/raNvzUMqvGF4LqAU47v79yn/PDzF2ZRCWaW7b6l9KuaZXs37+iqvy4Tb4"
    "sArMf9oSXmS+J0fQYTfbBUVO1Wvh3lQE1gHdARWxKlz2qWrq6mB87mMMmSIP1dzdJVkAzh"
    "OMzwlt+aLsKJugoVe2B2XvBGHZTe4xxdBWjgwMbNnCUh+oVyh5nnaq6uQjWFH7n83vSLmq"
    "Wjh5yyISyH0BnO0dVFZAuPG8sKAVdykq5CZIgpXxahCzFddBifRd9ly75mCNFX1qkXrVYs"
    "TApQY8yM+2JEr212I+B/1XC9CCbr4BY/wsCK/sihdo6JpD5cH3G6j8FsHcRrOsbQVfgFfn"
    "TUsoD9gvN9CqfrIGIO82aO3Z9Tz8jx5ddH7Iuc7x/BdB1BrGYs36X9wD3q3z0Tzhf7tlcW"
    "0ceT45oF9cH6/Q7NoMTi9j3xxtQjFhxnhMN/6O1jjkxqJtQmfgThKZEhfsz7bjZVVCrrGa"
    "+KOeZE7/R0cN/WBvd54p7ZfUuI+9m0ln84Rdc5P/zqwxy2IBJNvtCbcb6vPhBN+4KfOsm2"
    "1oeUsCs+TjlM14DNSUrN5lazeeY2epVjZNoV3Db+tiS3JnAL5wjjMY9xsSTuxgY1LS/k8p"
    "H9HbeJGMoCQ74vYJfcgFhtgFTFmZTHlZwtha2e/BPGAYG1UBI7dcda/Nbitxa/K4jfWjzs"
    "7LmSKBpFXa/fMI4sTatZ3WpWa03gRbDZYQ9w2jXZuJOUWh9oM5dhKMyW46YpFoJiJJ3LhT"
    "2sks92WJzOdpjJZsNc/D4oRHm+w5IqfwmqzsF8tLdfAWcYVQi0/C6VBaQ8J/26qlWSbnP1"
    "izqhZWVsCxl+ZJnxQTgM9PCf2UIy5BIendpGntE9W3pjyxhR5MuEyw6dh3aB1BoEBOB3M5"
    "V9dXH29eLsx/c7357HahMFd+TYbRKRH8WWm2S4SSPjDRpogtIoFMAlLuyNBCMpXOIJMmAE"
    "tEWT4G8mAhZTD6+CTqGcrWjCmVDn3iXUYYTbeGGiTTht31x6JSYc2DOcZnaFJKXWQtotn7"
    "boUH8hb91S7oIKx38QxrT+w/9ZGba2o3+p4zwWfJhznidDE4sP9FRE5FKlzl65+MeES+cO"
    "ntryIMcTewx/wBB01qhKaHhX8praZo/M4bBmZMQfpIcGj3rbfLN7a9/adyZ3AXSbGWqTv1"
    "O11Ci5w3qLM4fdkQmjtqskg4+yPgvcc4guTHlb+bNOiTsWc5tQl9zuSFhIfN7bHS09tH0f"
    "K5Menru42nPrh+svr/Zs5ZLajvUaKibBvjTNyx8pbm8QUejuBkt0N3AZxRoXcHpg2Z6+dA"
    "/nbes2dRZFNRTyZ0hXo1l4bHuD33P3bR/ikB/AjvPLq7Mvv+eXjj3PYcn57zfvz9L+5tjR"
    "X1czTNNq3bDVumFK0KvL7Rxy7atqM799+b2OPBEj6ZwT5aBS3daDkrqtB9m6rdreou0t2t"
    "6yOntLVOMnx9ySKABU0lYzLDjU2NiCsa/wYYqmEmXyeOUShAq9KFN49FPiwlCLYe34HpaS"
    "JxNuz0Do7JEBwGUiIRpH/IhZZTwZsBG1Cfe0LaTte0yv3JPisQbBsGk6HQybOl6zwbD+29"
    "MA7CxlB40ja6hxPHNACq0lMsZIOgjx6vP/HpjDYbJa7WLjNB0EeW//pALKMKqkXexJpl+F"
    "8MW2qiCHBB1EePU7hbahPpMNdc7dcT3gI4rNA7/zl+HMlgUEyWDGLY/b7i7e76/r0vk3zY"
    "6o3kUDKSWXuHOGl9VvPjZ79PpT6tVq5JIg2iDI/7MZlI8qmbeOSsxbR1nzls5Ga7LRbJ2l"
    "WKcovQg262IF3ebvMzojWsbVF5vQ0TI+bH8+R7yYYo5LIlVrsdgpkS7yuJqsDjUfgc+gW9"
    "vMJNQ2iWFx4x7+VtkeKnuDO0RGZarSHdxUmR3y0iu3J1NAYLzJtGui7RtOr9w1oZM8un/O"
    "q3c995gvVn8TRNrG8KSNwd9Fa6KcpNIwPwmzDqB5fpFVB9C0SrZdSl6Nl7LOkVdTla6L5d"
    "V0ie3VyKsOm1qcuVJMxTgZgwXpyKrthflOfjUWc7iLExdcYQJXpToNhYMxNDJ3acxdTzgL"
    "wPbuNJBm4UmwUbmfBkWwWhIxxtQe+cnNOBFa21Fa9t6R253bHXgAmJXJ8UPuAAEOqCgL/7"
    "FjwgAQnP6lpWItFWup+Lmk4mgvqCOwJak6J7CtPn5FbZ1NytYJXeVqS14l/0CryeCISu+U"
    "rWavYVFggtkHqTQvq/cJx26aWL/Kbea1n9GTEzBUKH3GSTZX3uvtemXQ/b3D7w9PDo4PQ9"
    "EzvFImcQbSZawWsiNmg3otMmIknRMwdFZVNxQobRTqsFHoE7dz69HJ670yM5AVjGiaRSV7"
    "cfntA/wG5+/InTLR3BEJgkuGjpiQPd9VSYRjRuYb6bQsMMT8EbRM35FLAqdURpiEdcYf40"
    "M9c6w+NiTQ1pqWWmt8PlYXVyKCLtUiXZm8Ags+C+YNeyxA0x/eiRyIMjn+/W83CRE+Ewue"
    "qKYRDE8HiGegVntLDdkwTtMJ0NftMPRg6dYSvv3xnZO81xPwjf7rOspiRKBVxfTWixJfbU"
    "CTRBrUNKjSP6cQamCjzFJr81WbzVey101TZmeINa/bzOukopZk9K+/Xv6Yz+QkVYrDsxk3"
    "d5F2CwWpEtYqm5riVZwL8peWxqTHFOYlY9I/RzNtJ7BP2miSK6tuUHosu+qB4Z0zkAd96j"
    "/8/HSH+vcPrEvx/9/WGbIfrMwcg1ds0RbbvGLvyBLFg2gYg79LLrF3vUm46pNpMeqyV+4p"
    "ubexZHIs9kgGOnHVrKEnI6G47XKTEVhCzkI12FSBT7KYzN0pmdkOmwoMUiGvKRlzjxjwi3"
    "vExrrQ+AVZMO8N+VP1f4B/jDEzZxYM/xNoTWGzXZxNzBwDpxupktH4LKA2MRtrTCM1YD2j"
    "8AWmCJDBgoypKh99oex3mEsghmTKxNRi8rktfs+shX/lHbnDFwsjkN07+fVdJOX6RkBCLS"
    "uKz7KFFzxege0vY+ZLWlQxxzwMNoBLMDw9ZDY1gwzVnG+l7ACc5w/cWxSMUWW9vTGGpfXz"
    "b6KGxHaSnDHO0DjZ308MqmWbLD4bV38mPm2gjGX8yzvh/w6fI93/iUOyV2KDVO9DHStDRN"
    "FBI87qg4jk9lUL34BAw1sF3tng38yoZSaLkXTOUrb3tpKpDIcVVxh6mzWWoduq36AjYJqu"
    "c4CvpUK+RE1+qAt1QNQ5nNcSfOEy6hjjfr6dvdhxlCLrANabdh+hiN4kSD0i0/atNtu3Ej"
    "pJLTtmnFDH1raayYE63qgPdIJUv8xt5rOyTjSpphMn1DxuM4/9sqtN3uUUqeZzm/lsOnSY"
    "H2xcrFjEaRrJui3jZ1KxOKmiV5wUqxUnGa0iYwitgXUebfcwP6jS4/2guMX7QabDe9o+XR"
    "vyBKlG/GnEs6b8GpjnEncP9bXErSnZOYt2cVXkiGKpqsgtg7oE2bWUPzb5cMgchoUc6oCf"
    "ItMcaM6BqSPEsA72IYFGvTnq0pedRb0wqjMcrwM60wGdOuR4xSHHdddmgkZDqqO4NwAqe4"
    "Sj3629VNNkGtgCYGsv2AydhjY/8wDXXuPEgxixNgm22SQow/8asjpNqzndZk4bzPHwhy3q"
    "mGoSRN0z0ayjahg1G1YNixHqN6nNb1ImZLrJvpmi1xxvM8dVOdeGsQ6Wdo9uB5dVod4mXE"
    "5Sai63n8t1VMYYhVYWM2VXouyimi9NklKH+7X6rWlTpbrnViFeas+ttjFibTXoCjDHEm9L"
    "pjcHheg6gnRKSDb4lC+fAv4lmKe7QGHLiaVRwkm6CtEDZ3OYZEmM/q5m6SpIhnDgncOpl8"
    "TpIpyoq1BtsjTFdgIk3WJLAhTO0UWEhsIZCc9j9nIgfYhP00WcMJJ2+a37i5qlqyBRiznL"
    "7kdnOEdXAVJtspZE6EpOsrXmtiWrCcWKAs3yilAESAYVy5/G87M/T0fQTO5aE3y8nHrM9W"
    "H6EpurI1DVrUw1k+p1tiyVv4BKalIFI5q24XMZQu+34bMFkTut7KXnjbkblGbX7Z/bbvvq"
    "keKyRQbIGM1szklKbXNutc25bXUy29BwI4+xdatkFts6s/JFhYqaNTueLFFPsw0MWH01zS"
    "Xb4AbG0pzjNmFJLWuBGx/WtBIk6n2qnUntFiie6BHD6JGBYSzXAsUUE+CM/Bl+1Snd/aSd"
    "R7jufiK5sDI3/D38jiyaxYGdwfgOlhk8qJLsXJzrnOnRVr/u3bOUvNtc0Ow6it5FO3flwh"
    "QhRQdKsKURrrKGYVQJwpl1XLeioC4mWKeYYNt0lfaqobqmfyu1EF3TvxU1/UPbca46F9mV"
    "y7S52KiVWFE9QQYM/m+ZhA8TZlQy9mvYDxizCaaCMRPL5oPWZu+Sj6gICngRCVfV7tWAyp"
    "Xuh8yy+lGzdf8vrdG1U6PTRtkmp+HWGWWj97EOiyMqzd5Wsze159bK/E6S6iyYNvO5bfpK"
    "G0z72reifStJWVyGWOdK4kHwdZkcjmOY2VgO/wc2icIuVwR/DkrhNJC7T5WPBXtYiSFxxY"
    "QNhLl45faIAKEd6fB7ly7cwB8T+nhUWy00/96dYussa0H+JLhVTECLM+Bvle0Gf8Avootd"
    "cudbM2H4fCzI3BEe8+8jJijZm9yUOgBIcca4RywxB83BoC523LoSoC7YI3wKjpoEe/Sw79"
    "c9m3qnRDb3mrl3Qb8wA0DEkV8+XJCDw+MD8vp252h3b3fvFjC83bndgVuCmmHj70F1YsRB"
    "sXxTyWOUV1k14SLSQR9t1y+0hyPW56eCAXOvrMePdnI8h5NDm+DXaYKvr7FojXQLNBUVCd"
    "7ErpSk1GxuNZuxKI6f8JGSsISwGLXzWRyjSvF3AGTrYml4ZbM8Pb++/pRg5/llutvWr5/P"
    "38PRL/kIg7iXEK6SfSlntY77iKJzp9HeXhVxaq9YnNprZROItu1WL6ALxEuDvG1WxPaexz"
    "rqoZX2wScstKuzJQalCHKMibEqBcXWxIfYoCWd+mNqEmoTMbfxihf68oUKyYaZpDN/SCiZ"
    "Uu6gR98Rc5c5p9JuJ3OpKDHpQpoSz8iYewFtMJUM8paBAqH1EG5pkrsZTNOHEbYHF8iQze"
    "ERgKumS6gjZjiCeqE9UD3vKxcfFe51M4YhozE+liMeMciAenBz+O1kILwxPIO1CJ8A7zYR"
    "E/x91GHEYkMPLaiGmEzh8y65kTENuN9jvEKM6tb2yV7f+YzZHXLLY87raHH97+1s/+3+cY"
    "9Qr98feSzx2Qo/v7nrkfmYG2OEW7458Ic7Z4775p38gXPhmAg0/H1r+yCTCV3gY7I0PkMP"
    "I+WBCvCuHEKRsnh6OzDij1RBnPCqjq3IOUFbYfvUpo1O6rzbYnXdkB52eFRBPj08KpRP8a"
    "tUccLwuKmDcZKqczAf7VXRA2BUcV+yvYwmoOsDPsuRoVWxTapiuujiaosu5qxfreZutZob"
    "qySXo+km68wVK7tGclwTffeMTEHPArXUpdxUgSsU9EQ2BtaiOibzGnbJpUdAxXN7Ul8cC/"
    "iJUr2VITTwVKA4CnHva6MYiQMqpFQ71eQqlsZmHihy93kaLmieSDqlHihv9julp7LJ1Fuo"
    "UBbQnKObSn0ZY1vks0l1trKel9XotCbXSk1O8rbmIR2n0TGXST8WrWfoD8Z30Lq/+qAgf2"
    "Org2+MpHN603GViKDj4oCg40w8UJl6esMeCzbkzqmnZSad97/dJKw5mZ62oUXn0/XVx2B4"
    "utGtDhR6CdY0bYLQJogWMUGbINYLrDZBaBNEjglCVRvIsT6EZQiKDQ/sYdkqaL4znJIpf2"
    "QWka5y7BuyS9ADDxDCfIbnStOADbdziDGmNvwQ5RGGCyY3POkEHrCeshJMYPnJrBlbOcJv"
    "7TtVTE15yoE7oTUBjktXGSlYUHBtysTUQmc6O8XHUlYReC6L3zNr4V9QBhDM4pnZprCr1k"
    "et7mCuZY4oPiyeQwne+ctwZktrFJF3wv8d/vUZhOEn9WKdPPM8yTNan+iiPjFzrFpquRqu"
    "9fH6+rgOg3i+MAhtZ1rbunbYkDl5RU6LMY+RaMBrAz6WJYhzNpKfvl5f5QMeI0kfxyiH/w"
    "lisrvFOnIe9AhGOfRplFOHK06Qht6weM0oq4iiAys9lTxcKb11vyS9dT+b3io1KmdRC+KI"
    "pHMY71XCeK8E470cjLlXD2B/vEa3Crq+caMOwDGSDqqi+9W2iZJdIg2xawgnx4BZ6PsIx3"
    "fJ7bGyourOzKpVryEY38GlelxlqR4XL9XjzFJlD9xkvhW9qrQWp9Hi2hLimjRC10E+JFgK"
    "9u0p6LcW1HF/cPtwprl+aGPFXTpDp3frnN1a+TuysJYWkIiINlg/4nmW9ArLR0hPVJ3tIy"
    "TQ20fz7WMMKIk8DbDEvBGRaOSbI7/RMNOWYb1u75lyODco75Qg1NWG2+xK06F5zxyahyEo"
    "tdGPETWCvmUvlA6KbAETVpP2EVYzrr2m05R6YddZ2DowVQemthzbKoGpuVvJCtBN9Nvdrj"
    "2kKrzp/TMBMDwEufr106edjOyxAnA/+dN0E9eYrFUA6TNFUz8aGGeVF06tvumVxlNHYxp3"
    "QMC8bVU2CyuRsYXABG6CKyCMWZZlyWCYalbXi1X06hGMZO2RCbdnPoHcerEnwdQR+HR+Er"
    "ffpZq7OJHK8VbfE6wxK9PIMX7aEx6F53T9PHC0ruBcFBssYDUvb84N5sd0y9Zo2P6gUouC"
    "IORWPao6ffmI2zltrv0hOse7nTneOth6jeai6PWo6DyJCLpkP1iZ18TfZGos14iigwt2v1"
    "Lbh5KuD9mmD7rT/UoXrDao6JrDbZLc25sJCcwaCc9jubWYoi9LJfhhYlhjIV5J5kpmxtRH"
    "KbHbglgC5GQH0xZBuE/mLaq6uNyJep65DCv2wrPg3Xan1asjxVikZeZ2yszaQfFcDgqtra"
    "xRW9Ehz2sPedZhXxsL+9KqzGpVmSF3XK9Jp+0YnU4ib3XkCxqPG3A4RqYZ3GoGa3OENkdo"
    "c0S1durULGiBFHzVK2+oHg1qYoj4m5hLe0OsXzr6+EYOnSh7hOo5hO12yBQk8JnDVBck1W"
    "d9yuxTQgdiJl2NciKuvJOy3pNqmySdiVdCjvZrKqkiTyhvMpPI0WyX/CS4HVk8cLRv71Bl"
    "plVudFjVibvEHYu5jW3f+/6Nmpk/eku0+9FVmVZdlUkXDuqkSOC37KqhJ8UotKKUoyjpCk"
    "G6QlAXC9Zo5UErD1p5qKI8/CI7kZ6rHpk7OSpEckCpIqG6mvYHsbHNWswELTvnY+EyAtsk"
    "szFDW1Zvhdn8TqlBhVUMO7SIwx7EPTMrCu/aW9lKb6UHLLT72BtoNq0jlKTpVnNkPi9D1t"
    "wjI/aWVkU5RtIBmWQTpcUchmg0sFMnKbVe2mq9VDoVXAY7UEOHRIxW51u3mdO+kNGAz0lK"
    "zeU2c1ln1esU2LYxYpUpsM+naRa4qYKvek9pl8u4qSK1krr3spnHADuIospKXn/5cEFOjv"
    "dP3pyiX2gqLMvFbDeTPci0M3ianuo4qtp8UMuCqeQVtNXJAVrzbPsW0yvRPBWnG6ieGUKt"
    "ez6pe0r7Nr4zdYBOEHUO5L3jKiGyaakoFiJ7rBX8zSv4YwGrEjtN10E5QdQ5nFe/W2gryl"
    "NSYSe0LvY4BVnMbcDmJKVmc6vZjLJ1o5c5QagNKG3msVSPGjE5Sam53GYum8zmjZicINQ8"
    "bjOPDYsCDxrJXglKzeU2c/kZDd4t4+qLtXe3jA/bb+4+s5jj7eQYu9UXvTJTNw2HNDJ0e2"
    "QCGwQmRKC9OqjzILMmMMl8l1x6LvGD7r67/BHTIIb8UVaBG2JLbDRry1RIgHxxKmuwTRkW"
    "ZRuLuVu95lq6vpq2fLfS8q3rFIS2q4MqJsKDYgvhQU4zpqJiysVhyHGaJYKQ27mjN8r0iQ"
    "VgDI2T/f1+WXx3SRuxPOIOLuP9oyp5DDCq2NR9lMlkwNKbNsvp3F3SxTEi6ZyZew31NrSZ"
    "+yXoWoFeLKPWmyrVIbHWq9vMaxcP8vrvc4xM87fN/B1S3syXkSDUPG4zj03uTrjrNjN0p2"
    "g1p9vMaeY4ola4TEjQOen2qFKwzFFJsMxRNlhGh1XrllltYsJasqJ1rLpu19QGbNubcX4l"
    "PG6wnRzPiP9Nr8w1YkdjmvhGvooJk61j/Ph/T1gmEbBWCLdjAf6v3CBZwN0l10PpSvFXqx"
    "zFTVeW2/aJhGMyBwtNGWIy4Z7qfIN28rtT5Ujpy0pUfxL/H8Pixj3867AJLiPnHbkbsBG3"
    "ZZuc+Zg56KwJbvhKtruBHw3PhIN2yd09W9yRCb1n7q3tMcviqmaW6pHDJ7BjuRzwgpH/mX"
    "HmwVPADMyM2uuo2lfY4kcCYMH6d3pkMPOia4yjZ4e85h7cJHAhAdFkBjO9gakDW8RgIR9b"
    "gqeyKYI8C9XJB51GcMMeoETG1K+4BRdU3XE5i4tVt/wKX9HKRhYFoKPvKqxXLouZjxlAOB"
    "czfHwBfzoqIYMqBpl8xFyPYJSt2wNIQd2KXYcfRBdkTrkqJYBfRNzF1khMUu4SWWMdfpzF"
    "hh4RWHAMPozkahh6+AvnAgaz+0KvWMoF9kdqz8PC6bJmWOJqUEksZteTn+Pl1vFz6CjQxd"
    "e1a611J9W67eWwCdbCluV1a+9A4kglVW2vRFXby6pq2m25WrelLkjYSYuRdtm9CDZLITpH"
    "jiprhBDSbLAPQnhlaxshRDpFPbE1SacDUZtaCLVz+uXsalIPb+KdjtFpDreZw9rh8rIdLt"
    "vzaml/y6p9AsEDbJ3DpZ2L9mls2+twuRDTxU6Ou0Ve75U5W4xgRBNXy7XNVIcPT0j/CbYZ"
    "Yc4uuYuQulO2fH9xhK6JATMEDArbdKDXAC3wyq8CS81jQInme3R8/EkwXg7+UUFV+NkT0y"
    "kz4VbwMFLJhuFBcxI524CNZjY+GJCaeAuq/vGdIvdwosKtQNBRzwSDmHkapMf4jUPwpnQE"
    "S6LnNziBz/h7lWcI6wFhI5KxI2ajcXHSDELcd5Wq6Hd1S+fNpN0DEgBt82+pzb9tQRbPyp"
    "LVWE91e0S5sF9c148NJsxUKVoEo0oSZjJli+S/NSAOxncumPCgkofqoMRDdZD1UKlDsAa8"
    "IcEG8fVFlM3AvPomyyg91em2FI7f3K77dku23EAQrWtsi9NpY1ubjW3adP5yeK3zurrNX5"
    "3X1X0e67yul8Jpndel87o6aIKMiZ6+DbmmzTFFpjO7yj2NcUv9kt4w9Lx8Zdu4wKumH6XW"
    "1tOuRu3H7ULRu2BhF3gb/TVf7nAM3rGGTV5Mhw79NJ6RYLLPC6PGGLOzuOf6XkjZ3AU+Mm"
    "u4S9BRqajQNYiuSngCQlUVvZ7MEGIPzPETlFT2mMXog0zICjyCc4pzw2UXHY9flQdSuTfV"
    "3DKFCO76EX2Er+A+cxsTrjxhvyNzfNoxNaXz0R94a3vo/rTx1sSEX1LsQ4y9O/JeYUpQwo"
    "kYPJ0vs8aTi2q5EosPlOdwXu38ZTizDVwRRN4J/3f413VJU8v4s0p6zwRMqyGjxmk66JE5"
    "qSKnnhSLqScZKdVhDxybCNcBOU7TQZAP9qv4ZfaL3TL7Ga/MbPBvZuSc4iV+mYikc+rW3t"
    "uqyVml2VmZtTx0xKTfwIubpuvgml6LK1fiVtefmyDq3NJei1MXRaOBeKyDcoxEr+Zqq9kb"
    "oxBcU95IEHVvNa/8JJxzd5znPP/p6/VVPsIRRdqczA0Mb7S4u8VKbR6wiEXCiBwA+vrz2W"
    "9prC8+XZ+nZWuc4FyXUX2JRv2UNluHzylS7bxpM5/9WO4m3vYEpeZym7msXUi6A03bGLEZ"
    "a3zCv5Qbbnnu0334+QuzqJdvjkql9HQE6m+1fBUxDYc95tVr8MmubXYj4H/V4Lzx59rKwy"
    "Ef0ZoOHYlAgUcnQOcJl07AkEY+nZvQh6I8Nj3iMmox8x25Z1OsWEcsYY9UvTmbyBBK6Xex"
    "qOsRvH2YQIYl6NBRM+IPDEZOK1Zt05lWrcy0UqsgjwM2dRZFIZgBTbouy8JTm+92bp25qP"
    "oacygAgnZ9fnl19uX3UL8OpcBP11cfz3M07PPfb96ftT7cZEtz3DICWB2nfZXAlOCkW39Y"
    "Shs4sJqglNUFQ5wxhxvjvJPT/6b03KTRmAaHpn9pxWfbSznYlkz7KT6yHphT1wcdI+mkg2"
    "MNrcrwpaqBsD+8g+iupTYo3NFjebaBYtdGjET7Nmr6NpYSEpY9zL79PxJwhIY="
)
