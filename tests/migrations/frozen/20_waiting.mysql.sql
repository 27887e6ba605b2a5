CREATE TABLE `account` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `email` varchar(254) NOT NULL,
  `name` varchar(200) NOT NULL,
  `role` varchar(20) NOT NULL,
  `password_hash` varchar(255) DEFAULT NULL,
  `google_sub` varchar(255) DEFAULT NULL,
  `time_zone` varchar(64) NOT NULL,
  `prefix` varchar(16) NOT NULL,
  `threshold` varchar(10) NOT NULL,
  `alerts_on` tinyint(1) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `disabled_at` datetime(6) DEFAULT NULL,
  `seen_at` datetime(6) DEFAULT NULL,
  `language` varchar(16) DEFAULT NULL,
  `asked_language` varchar(16) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `email` (`email`),
  UNIQUE KEY `prefix` (`prefix`),
  UNIQUE KEY `google_sub` (`google_sub`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `aerich` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `version` varchar(255) NOT NULL,
  `app` varchar(100) NOT NULL,
  `content` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`content`)),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `agent` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `hash` varchar(32) NOT NULL,
  `user_agent` longtext NOT NULL,
  `name` varchar(200) NOT NULL,
  `used_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `hash` (`hash`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `alert` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `kind` varchar(30) NOT NULL,
  `event_id` binary(16) DEFAULT NULL,
  `rfc822_message_id` varchar(255) NOT NULL,
  `channel` varchar(20) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `claimed_until` datetime(6) DEFAULT NULL,
  `sent_at` datetime(6) DEFAULT NULL,
  `failed_at` datetime(6) DEFAULT NULL,
  `dismissed_at` datetime(6) DEFAULT NULL,
  `account_id` bigint(20) NOT NULL,
  `message_id` binary(16) NOT NULL,
  `error` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`error`)),
  PRIMARY KEY (`id`),
  UNIQUE KEY `uid_alert_message_0521c3` (`message_id`,`kind`),
  KEY `fk_alert_account_538196da` (`account_id`),
  CONSTRAINT `fk_alert_account_538196da` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_alert_message_be9ce10f` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `browser_notification` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `kind` varchar(20) NOT NULL,
  `key` varchar(100) NOT NULL,
  `event_id` binary(16) DEFAULT NULL,
  `at` datetime(6) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `quiet` tinyint(1) NOT NULL,
  `claimed_by` bigint(20) DEFAULT NULL,
  `claimed_until` datetime(6) DEFAULT NULL,
  `shown_at` datetime(6) DEFAULT NULL,
  `account_id` bigint(20) NOT NULL,
  `message_id` binary(16) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `key` (`key`),
  KEY `idx_browser_not_account_1d6265` (`account_id`,`id`),
  KEY `idx_browser_not_account_bd8142` (`account_id`,`at`),
  KEY `idx_browser_not_created_ff8ebc` (`created_at`),
  KEY `idx_browser_not_message_0439c1` (`message_id`),
  KEY `idx_browser_not_event_i_7fa558` (`event_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `copy` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `message_id` binary(16) NOT NULL,
  `number` int(11) NOT NULL,
  `address` varchar(254) NOT NULL,
  `name` varchar(300) NOT NULL,
  `state` varchar(10) NOT NULL,
  `tries` int(11) NOT NULL,
  `tried_at` datetime(6) DEFAULT NULL,
  `claimed_until` datetime(6) DEFAULT NULL,
  `sent_at` datetime(6) DEFAULT NULL,
  `failed_at` datetime(6) DEFAULT NULL,
  `dismissed_at` datetime(6) DEFAULT NULL,
  `account_id` bigint(20) NOT NULL,
  `copy_set_id` binary(16) NOT NULL,
  `error` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`error`)),
  PRIMARY KEY (`id`),
  UNIQUE KEY `message_id` (`message_id`),
  UNIQUE KEY `uid_copy_copy_se_852e21` (`copy_set_id`,`number`),
  KEY `idx_copy_account_feb67f` (`account_id`,`state`),
  CONSTRAINT `fk_copy_account_d3c505c6` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_copy_copy_set_f43c96ff` FOREIGN KEY (`copy_set_id`) REFERENCES `copy_set` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `copy_set` (
  `id` binary(16) NOT NULL,
  `draft_id` varchar(80) NOT NULL,
  `revision` varchar(32) NOT NULL,
  `subject` varchar(1000) NOT NULL,
  `from_address` varchar(254) NOT NULL,
  `from_name` varchar(300) NOT NULL,
  `mailbox` varchar(254) NOT NULL,
  `thread_id` varchar(32) NOT NULL,
  `options` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`options`)),
  `created_at` datetime(6) NOT NULL,
  `released_at` datetime(6) DEFAULT NULL,
  `stopped_at` datetime(6) DEFAULT NULL,
  `account_id` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uid_copy_set_account_bbe21f` (`account_id`,`draft_id`),
  KEY `idx_copy_set_release_da19eb` (`released_at`,`created_at`),
  CONSTRAINT `fk_copy_set_account_aec15b71` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `copy_text` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `sealed` longblob NOT NULL,
  `copy_set_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `copy_set_id` (`copy_set_id`),
  CONSTRAINT `fk_copy_tex_copy_set_f2053fb7` FOREIGN KEY (`copy_set_id`) REFERENCES `copy_set` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `correction` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `event_id` binary(16) NOT NULL,
  `cause` enum('sender','automated','recipient') NOT NULL,
  `network` varchar(64) NOT NULL,
  `user_agent` longtext NOT NULL,
  `at` datetime(6) NOT NULL,
  `account_id` bigint(20) NOT NULL,
  `message_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `event_id` (`event_id`),
  KEY `idx_correction_account_70a368` (`account_id`,`at`),
  KEY `fk_correcti_message_9440caf6` (`message_id`),
  CONSTRAINT `fk_correcti_account_abb628be` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_correcti_message_9440caf6` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `daily_usage` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `day` date NOT NULL,
  `leases` int(11) NOT NULL,
  `messages` int(11) NOT NULL,
  `account_id` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uid_daily_usage_account_154a1d` (`account_id`,`day`),
  CONSTRAINT `fk_daily_us_account_dc604550` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `event` (
  `id` binary(16) NOT NULL,
  `kind` enum('open','click') NOT NULL,
  `at` datetime(6) NOT NULL,
  `url` longtext NOT NULL,
  `address` varchar(45) NOT NULL,
  `referer` longtext NOT NULL,
  `verdict` enum('person','likely_person','unknown_time','prefetch','scanner','crawler','before_sending','you','maybe_you','repeat') NOT NULL,
  `score` int(11) NOT NULL,
  `rules_version` int(11) NOT NULL,
  `counts` tinyint(1) NOT NULL,
  `known` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`known`)),
  `correction` enum('sender','automated','recipient') DEFAULT NULL,
  `undone_at` datetime(6) DEFAULT NULL,
  `account_id` bigint(20) NOT NULL,
  `link_id` bigint(20) DEFAULT NULL,
  `message_id` binary(16) NOT NULL,
  `recipient_id` bigint(20) DEFAULT NULL,
  `unsettled` tinyint(1) NOT NULL DEFAULT 0,
  `location_id` int(11) DEFAULT NULL,
  `header_set_id` int(11) DEFAULT NULL,
  `finding_id` int(11) DEFAULT NULL,
  `agent_id` int(11) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `idx_event_message_5be0b4` (`message_id`,`at`),
  KEY `idx_event_account_9bcb31` (`account_id`,`at`),
  CONSTRAINT `fk_event_account_906c319a` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_event_message_a284d952` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `finding` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `hash` varchar(32) NOT NULL,
  `rule` varchar(60) NOT NULL,
  `evidence` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`evidence`)),
  `used_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `hash` (`hash`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `gmail_grant` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `email` varchar(254) NOT NULL,
  `google_sub` varchar(255) NOT NULL,
  `scopes` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`scopes`)),
  `sealed_refresh_token` longblob DEFAULT NULL,
  `connected_at` datetime(6) NOT NULL,
  `disconnected_at` datetime(6) DEFAULT NULL,
  `account_id` bigint(20) NOT NULL,
  `failure` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`failure`)),
  `probe_at` datetime(6) DEFAULT NULL,
  `refusal` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`refusal`)),
  `refusals` int(11) NOT NULL DEFAULT 0,
  `may_send_at` datetime(6) DEFAULT NULL,
  `second_look_at` datetime(6) DEFAULT NULL,
  `access_ends_at` datetime(6) DEFAULT NULL,
  `refused_since` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `account_id` (`account_id`),
  CONSTRAINT `fk_gmail_gr_account_e0973023` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `gmail_labels` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `started_at` datetime(6) NOT NULL,
  `opened_id` varchar(64) NOT NULL,
  `clicked_id` varchar(64) NOT NULL,
  `account_id` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `account_id` (`account_id`),
  CONSTRAINT `fk_gmail_la_account_bef3f769` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `gmail_message` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `draft_id` varchar(80) DEFAULT NULL,
  `gmail_id` varchar(32) DEFAULT NULL,
  `thread_id` varchar(32) DEFAULT NULL,
  `verified_at` datetime(6) DEFAULT NULL,
  `report` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`report`)),
  `differences` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`differences`)),
  `proof` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`proof`)),
  `message_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `message_id` (`message_id`),
  KEY `idx_gmail_messa_thread__6f42b1` (`thread_id`),
  KEY `idx_gmail_messa_gmail_i_40c0e7` (`gmail_id`),
  CONSTRAINT `fk_gmail_me_message_3b9ece26` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `header_set` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `hash` varchar(32) NOT NULL,
  `headers` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`headers`)),
  `used_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `hash` (`hash`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `invitation` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `token_lookup` varchar(64) NOT NULL,
  `role` varchar(20) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  `used_at` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `token_lookup` (`token_lookup`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `link` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `number` int(11) NOT NULL,
  `url` longtext NOT NULL,
  `url_hash` varchar(64) NOT NULL,
  `text` varchar(500) NOT NULL,
  `clicks` int(11) NOT NULL,
  `raw_clicks` int(11) NOT NULL,
  `first_click_at` datetime(6) DEFAULT NULL,
  `last_click_at` datetime(6) DEFAULT NULL,
  `message_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uid_link_message_0f8a45` (`message_id`,`number`),
  KEY `idx_link_message_370617` (`message_id`,`url_hash`),
  CONSTRAINT `fk_link_message_4910b832` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `location` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `hash` varchar(32) NOT NULL,
  `country` varchar(100) NOT NULL,
  `city` varchar(100) NOT NULL,
  `used_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `hash` (`hash`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `message` (
  `id` binary(16) NOT NULL,
  `source` varchar(20) NOT NULL,
  `state` varchar(20) NOT NULL,
  `subject` varchar(1000) NOT NULL,
  `from_address` varchar(254) NOT NULL,
  `from_name` varchar(300) NOT NULL,
  `search_text` longtext NOT NULL,
  `sent_at` datetime(6) DEFAULT NULL,
  `listed_at` datetime(6) NOT NULL,
  `reported_at` datetime(6) DEFAULT NULL,
  `undone_at` datetime(6) DEFAULT NULL,
  `rfc822_message_id` varchar(500) DEFAULT NULL,
  `opens` int(11) NOT NULL,
  `clicks` int(11) NOT NULL,
  `raw_opens` int(11) NOT NULL,
  `raw_clicks` int(11) NOT NULL,
  `overflow_opens` int(11) NOT NULL,
  `overflow_clicks` int(11) NOT NULL,
  `first_open_at` datetime(6) DEFAULT NULL,
  `last_open_at` datetime(6) DEFAULT NULL,
  `certainty` varchar(20) DEFAULT NULL,
  `loaded_at` datetime(6) DEFAULT NULL,
  `last_activity_at` datetime(6) DEFAULT NULL,
  `replied_at` datetime(6) DEFAULT NULL,
  `bounced_at` datetime(6) DEFAULT NULL,
  `bounces` int(11) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `account_id` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `idx_message_account_5f30b2` (`account_id`,`listed_at`,`id`),
  KEY `idx_message_account_70d67b` (`account_id`,`updated_at`),
  KEY `idx_message_account_a4085b` (`account_id`,`last_activity_at`),
  KEY `idx_message_account_c32890` (`account_id`,`rfc822_message_id`),
  CONSTRAINT `fk_message_account_56b9d5b0` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `mute` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `created_at` datetime(6) NOT NULL,
  `message_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `message_id` (`message_id`),
  CONSTRAINT `fk_mute_message_096f0e67` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `oauth_flow` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `state_lookup` varchar(64) NOT NULL,
  `browser_lookup` varchar(64) NOT NULL,
  `purpose` varchar(20) NOT NULL,
  `verifier` varchar(128) NOT NULL,
  `nonce` varchar(64) NOT NULL,
  `scopes` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`scopes`)),
  `features` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`features`)),
  `invitation_lookup` varchar(64) NOT NULL,
  `next_path` varchar(500) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  `used_at` datetime(6) DEFAULT NULL,
  `account_id` bigint(20) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `state_lookup` (`state_lookup`),
  KEY `fk_oauth_fl_account_c1de7975` (`account_id`),
  CONSTRAINT `fk_oauth_fl_account_c1de7975` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `outbox` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `fact` varchar(60) NOT NULL,
  `listener` varchar(120) NOT NULL,
  `unique_key` varchar(190) NOT NULL,
  `payload` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`payload`)),
  `created_at` datetime(6) NOT NULL,
  `due_at` datetime(6) NOT NULL,
  `claimed_until` datetime(6) DEFAULT NULL,
  `attempts` int(11) NOT NULL,
  `done_at` datetime(6) DEFAULT NULL,
  `failed_at` datetime(6) DEFAULT NULL,
  `error` longtext NOT NULL,
  `waits_for` varchar(60) NOT NULL DEFAULT '',
  `failures` int(11) NOT NULL DEFAULT 0,
  `failing_since` datetime(6) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `unique_key` (`unique_key`),
  KEY `idx_outbox_done_at_e4c0d5` (`done_at`,`failed_at`,`due_at`),
  KEY `idx_outbox_waits_f_d80303` (`waits_for`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `overflow` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `kind` enum('open','click') NOT NULL,
  `minute` int(11) NOT NULL,
  `origin` varchar(24) NOT NULL,
  `number` int(11) NOT NULL,
  `message_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uid_overflow_message_4ca482` (`message_id`,`kind`,`minute`,`origin`),
  KEY `idx_overflow_minute_d64ac7` (`minute`),
  CONSTRAINT `fk_overflow_message_45d6e84c` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `paired_browser` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `token_lookup` varchar(64) NOT NULL,
  `browser` varchar(200) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `last_seen_at` datetime(6) DEFAULT NULL,
  `revoked_at` datetime(6) DEFAULT NULL,
  `account_id` bigint(20) NOT NULL,
  `revoked_for` varchar(20) DEFAULT NULL,
  `address` varchar(45) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `token_lookup` (`token_lookup`),
  KEY `fk_paired_b_account_4f4e56c9` (`account_id`),
  CONSTRAINT `fk_paired_b_account_4f4e56c9` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `pairing` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `device_lookup` varchar(64) NOT NULL,
  `user_code` varchar(16) NOT NULL,
  `browser` varchar(200) NOT NULL,
  `network` varchar(64) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  `polled_at` datetime(6) DEFAULT NULL,
  `allowed_at` datetime(6) DEFAULT NULL,
  `denied_at` datetime(6) DEFAULT NULL,
  `claimed_at` datetime(6) DEFAULT NULL,
  `account_id` bigint(20) DEFAULT NULL,
  `address` varchar(45) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `device_lookup` (`device_lookup`),
  UNIQUE KEY `user_code` (`user_code`),
  KEY `fk_pairing_account_525ac4a9` (`account_id`),
  CONSTRAINT `fk_pairing_account_525ac4a9` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `recipient` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `number` int(11) NOT NULL,
  `kind` varchar(3) NOT NULL,
  `address` varchar(254) NOT NULL,
  `domain` varchar(253) NOT NULL,
  `name` varchar(300) NOT NULL,
  `message_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uid_recipient_message_ae084d` (`message_id`,`number`),
  KEY `idx_recipient_domain_2fac48` (`domain`,`address`),
  CONSTRAINT `fk_recipien_message_a0a87472` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `reminder` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `created_at` datetime(6) NOT NULL,
  `due_at` datetime(6) NOT NULL,
  `fell_due_at` datetime(6) DEFAULT NULL,
  `message_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `message_id` (`message_id`),
  KEY `idx_reminder_fell_du_7374f2` (`fell_due_at`,`due_at`),
  CONSTRAINT `fk_reminder_message_cb252722` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `reply_watch` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `started_at` datetime(6) NOT NULL,
  `history_id` varchar(20) NOT NULL,
  `looked_at` datetime(6) DEFAULT NULL,
  `due_at` datetime(6) NOT NULL,
  `claimed_until` datetime(6) DEFAULT NULL,
  `failures` int(11) NOT NULL,
  `account_id` bigint(20) NOT NULL,
  `trouble` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`trouble`)),
  `history_page` varchar(255) NOT NULL DEFAULT '',
  PRIMARY KEY (`id`),
  UNIQUE KEY `account_id` (`account_id`),
  KEY `idx_reply_watch_due_at_8a618d` (`due_at`),
  CONSTRAINT `fk_reply_wa_account_d1f95ba9` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `retired_counts` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `link_id` bigint(20) DEFAULT NULL,
  `kind` enum('open','click') NOT NULL,
  `verdict` enum('person','likely_person','unknown_time','prefetch','scanner','crawler','before_sending','you','maybe_you','repeat') NOT NULL,
  `counts` tinyint(1) NOT NULL,
  `number` int(11) NOT NULL,
  `first_at` datetime(6) NOT NULL,
  `last_at` datetime(6) NOT NULL,
  `message_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `idx_retired_cou_message_c42185` (`message_id`),
  CONSTRAINT `fk_retired__message_e883c933` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `returned` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `kind` varchar(10) NOT NULL,
  `address` varchar(254) NOT NULL,
  `name` varchar(300) NOT NULL,
  `at` datetime(6) NOT NULL,
  `noticed_at` datetime(6) NOT NULL,
  `lasting` tinyint(1) NOT NULL,
  `status` varchar(11) NOT NULL,
  `gmail_message_id` varchar(32) NOT NULL,
  `gmail_thread_id` varchar(32) NOT NULL,
  `message_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uid_returned_message_c9a306` (`message_id`,`gmail_message_id`,`address`),
  CONSTRAINT `fk_returned_message_75365716` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `sent_copy_check` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `started_at` datetime(6) NOT NULL,
  `account_id` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `account_id` (`account_id`),
  CONSTRAINT `fk_sent_cop_account_a3ee3ca5` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `session` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `token_lookup` varchar(64) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `last_seen_at` datetime(6) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  `revoked_at` datetime(6) DEFAULT NULL,
  `address` varchar(45) NOT NULL,
  `user_agent` varchar(512) NOT NULL,
  `account_id` bigint(20) NOT NULL,
  `revoked_for` varchar(20) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `token_lookup` (`token_lookup`),
  KEY `fk_session_account_fde7460a` (`account_id`),
  CONSTRAINT `fk_session_account_fde7460a` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `verdict_change` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `at` datetime(6) NOT NULL,
  `was` enum('person','likely_person','unknown_time','prefetch','scanner','crawler','before_sending','you','maybe_you','repeat') NOT NULL,
  `was_score` int(11) NOT NULL,
  `now` enum('person','likely_person','unknown_time','prefetch','scanner','crawler','before_sending','you','maybe_you','repeat') NOT NULL,
  `now_score` int(11) NOT NULL,
  `because` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`because`)),
  `event_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `idx_verdict_cha_event_i_c443d2` (`event_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `view_time` (
  `id` binary(16) NOT NULL,
  `at` datetime(6) NOT NULL,
  `seconds` int(11) NOT NULL,
  `address` varchar(45) NOT NULL,
  `user_agent` longtext NOT NULL,
  `message_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `idx_view_time_message_69bcf5` (`message_id`,`at`),
  KEY `idx_view_time_at_984a8d` (`at`),
  CONSTRAINT `fk_view_tim_message_11abf94d` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

CREATE TABLE `viewing` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `at` datetime(6) NOT NULL,
  `address` varchar(45) NOT NULL,
  `user_agent` varchar(512) NOT NULL,
  `account_id` bigint(20) NOT NULL,
  `message_id` binary(16) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `idx_viewing_message_5ac68c` (`message_id`,`at`),
  KEY `idx_viewing_account_6c5dd6` (`account_id`,`at`),
  KEY `idx_viewing_at_c4e4e1` (`at`),
  CONSTRAINT `fk_viewing_account_d4628de0` FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
  CONSTRAINT `fk_viewing_message_a56accf6` FOREIGN KEY (`message_id`) REFERENCES `message` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
