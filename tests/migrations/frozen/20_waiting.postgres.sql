CREATE TABLE public.account (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(20) NOT NULL,
    password_hash character varying(255),
    google_sub character varying(255),
    time_zone character varying(64) NOT NULL,
    prefix character varying(16) NOT NULL,
    threshold character varying(10) NOT NULL,
    alerts_on boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    disabled_at timestamp with time zone,
    seen_at timestamp with time zone,
    language character varying(16),
    asked_language character varying(16)
);

CREATE SEQUENCE public.account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.account_id_seq OWNED BY public.account.id;

CREATE TABLE public.aerich (
    id integer NOT NULL,
    version character varying(255) NOT NULL,
    app character varying(100) NOT NULL,
    content jsonb NOT NULL
);

CREATE SEQUENCE public.aerich_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.aerich_id_seq OWNED BY public.aerich.id;

CREATE TABLE public.agent (
    id integer NOT NULL,
    hash character varying(32) NOT NULL,
    user_agent text NOT NULL,
    name character varying(200) NOT NULL,
    used_at timestamp with time zone NOT NULL
);

CREATE SEQUENCE public.agent_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.agent_id_seq OWNED BY public.agent.id;

CREATE TABLE public.alert (
    id bigint NOT NULL,
    kind character varying(30) NOT NULL,
    event_id uuid,
    rfc822_message_id character varying(255) NOT NULL,
    channel character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    claimed_until timestamp with time zone,
    sent_at timestamp with time zone,
    failed_at timestamp with time zone,
    dismissed_at timestamp with time zone,
    account_id bigint NOT NULL,
    message_id uuid NOT NULL,
    error jsonb
);

CREATE SEQUENCE public.alert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.alert_id_seq OWNED BY public.alert.id;

CREATE TABLE public.browser_notification (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    key character varying(100) NOT NULL,
    event_id uuid,
    at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    quiet boolean NOT NULL,
    claimed_by bigint,
    claimed_until timestamp with time zone,
    shown_at timestamp with time zone,
    account_id bigint NOT NULL,
    message_id uuid
);

CREATE SEQUENCE public.browser_notification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.browser_notification_id_seq OWNED BY public.browser_notification.id;

CREATE TABLE public.copy (
    id bigint NOT NULL,
    message_id uuid NOT NULL,
    number integer NOT NULL,
    address character varying(254) NOT NULL,
    name character varying(300) NOT NULL,
    state character varying(10) NOT NULL,
    tries integer NOT NULL,
    tried_at timestamp with time zone,
    claimed_until timestamp with time zone,
    sent_at timestamp with time zone,
    failed_at timestamp with time zone,
    dismissed_at timestamp with time zone,
    account_id bigint NOT NULL,
    copy_set_id uuid NOT NULL,
    error jsonb
);

CREATE SEQUENCE public.copy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.copy_id_seq OWNED BY public.copy.id;

CREATE TABLE public.copy_set (
    id uuid NOT NULL,
    draft_id character varying(80) NOT NULL,
    revision character varying(32) NOT NULL,
    subject character varying(1000) NOT NULL,
    from_address character varying(254) NOT NULL,
    from_name character varying(300) NOT NULL,
    mailbox character varying(254) NOT NULL,
    thread_id character varying(32) NOT NULL,
    options jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    stopped_at timestamp with time zone,
    account_id bigint NOT NULL
);

CREATE TABLE public.copy_text (
    id bigint NOT NULL,
    sealed bytea NOT NULL,
    copy_set_id uuid NOT NULL
);

CREATE SEQUENCE public.copy_text_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.copy_text_id_seq OWNED BY public.copy_text.id;

CREATE TABLE public.correction (
    id bigint NOT NULL,
    event_id uuid NOT NULL,
    cause character varying(10) NOT NULL,
    network character varying(64) NOT NULL,
    user_agent text NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    message_id uuid NOT NULL
);

CREATE SEQUENCE public.correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.correction_id_seq OWNED BY public.correction.id;

CREATE TABLE public.daily_usage (
    id bigint NOT NULL,
    day date NOT NULL,
    leases integer NOT NULL,
    messages integer NOT NULL,
    account_id bigint NOT NULL
);

CREATE SEQUENCE public.daily_usage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.daily_usage_id_seq OWNED BY public.daily_usage.id;

CREATE TABLE public.event (
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    url text NOT NULL,
    address character varying(45) NOT NULL,
    referer text NOT NULL,
    verdict character varying(20) NOT NULL,
    score integer NOT NULL,
    rules_version integer NOT NULL,
    counts boolean NOT NULL,
    known jsonb,
    correction character varying(10),
    undone_at timestamp with time zone,
    account_id bigint NOT NULL,
    link_id bigint,
    message_id uuid NOT NULL,
    recipient_id bigint,
    unsettled boolean DEFAULT false NOT NULL,
    location_id integer,
    header_set_id integer,
    finding_id integer,
    agent_id integer
)
PARTITION BY RANGE (at);

CREATE TABLE public.event_rest (
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    url text NOT NULL,
    address character varying(45) NOT NULL,
    referer text NOT NULL,
    verdict character varying(20) NOT NULL,
    score integer NOT NULL,
    rules_version integer NOT NULL,
    counts boolean NOT NULL,
    known jsonb,
    correction character varying(10),
    undone_at timestamp with time zone,
    account_id bigint NOT NULL,
    link_id bigint,
    message_id uuid NOT NULL,
    recipient_id bigint,
    unsettled boolean DEFAULT false NOT NULL,
    location_id integer,
    header_set_id integer,
    finding_id integer,
    agent_id integer
);

CREATE TABLE public.finding (
    id integer NOT NULL,
    hash character varying(32) NOT NULL,
    rule character varying(60) NOT NULL,
    evidence jsonb NOT NULL,
    used_at timestamp with time zone NOT NULL
);

CREATE SEQUENCE public.finding_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.finding_id_seq OWNED BY public.finding.id;

CREATE TABLE public.gmail_grant (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    google_sub character varying(255) NOT NULL,
    scopes jsonb NOT NULL,
    sealed_refresh_token bytea,
    connected_at timestamp with time zone NOT NULL,
    disconnected_at timestamp with time zone,
    account_id bigint NOT NULL,
    failure jsonb,
    may_send_at timestamp with time zone,
    refusal jsonb,
    probe_at timestamp with time zone,
    second_look_at timestamp with time zone,
    refused_since timestamp with time zone,
    refusals integer DEFAULT 0 NOT NULL,
    access_ends_at timestamp with time zone
);

CREATE SEQUENCE public.gmail_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.gmail_grant_id_seq OWNED BY public.gmail_grant.id;

CREATE TABLE public.gmail_labels (
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    opened_id character varying(64) NOT NULL,
    clicked_id character varying(64) NOT NULL,
    account_id bigint NOT NULL
);

CREATE SEQUENCE public.gmail_labels_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.gmail_labels_id_seq OWNED BY public.gmail_labels.id;

CREATE TABLE public.gmail_message (
    id bigint NOT NULL,
    draft_id character varying(80),
    gmail_id character varying(32),
    thread_id character varying(32),
    verified_at timestamp with time zone,
    report jsonb NOT NULL,
    differences jsonb,
    proof jsonb,
    message_id uuid NOT NULL
);

CREATE SEQUENCE public.gmail_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.gmail_message_id_seq OWNED BY public.gmail_message.id;

CREATE TABLE public.header_set (
    id integer NOT NULL,
    hash character varying(32) NOT NULL,
    headers jsonb NOT NULL,
    used_at timestamp with time zone NOT NULL
);

CREATE SEQUENCE public.header_set_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.header_set_id_seq OWNED BY public.header_set.id;

CREATE TABLE public.invitation (
    id bigint NOT NULL,
    token_lookup character varying(64) NOT NULL,
    role character varying(20) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

CREATE SEQUENCE public.invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.invitation_id_seq OWNED BY public.invitation.id;

CREATE TABLE public.link (
    id bigint NOT NULL,
    number integer NOT NULL,
    url text NOT NULL,
    url_hash character varying(64) NOT NULL,
    text character varying(500) NOT NULL,
    clicks integer NOT NULL,
    raw_clicks integer NOT NULL,
    first_click_at timestamp with time zone,
    last_click_at timestamp with time zone,
    message_id uuid NOT NULL
);

CREATE SEQUENCE public.link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.link_id_seq OWNED BY public.link.id;

CREATE TABLE public.location (
    id integer NOT NULL,
    hash character varying(32) NOT NULL,
    country character varying(100) NOT NULL,
    city character varying(100) NOT NULL,
    used_at timestamp with time zone NOT NULL
);

CREATE SEQUENCE public.location_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.location_id_seq OWNED BY public.location.id;

CREATE TABLE public.message (
    id uuid NOT NULL,
    source character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    subject character varying(1000) NOT NULL,
    from_address character varying(254) NOT NULL,
    from_name character varying(300) NOT NULL,
    search_text text NOT NULL,
    sent_at timestamp with time zone,
    listed_at timestamp with time zone NOT NULL,
    reported_at timestamp with time zone,
    undone_at timestamp with time zone,
    rfc822_message_id character varying(500),
    opens integer NOT NULL,
    clicks integer NOT NULL,
    raw_opens integer NOT NULL,
    raw_clicks integer NOT NULL,
    overflow_opens integer NOT NULL,
    overflow_clicks integer NOT NULL,
    first_open_at timestamp with time zone,
    last_open_at timestamp with time zone,
    certainty character varying(20),
    loaded_at timestamp with time zone,
    last_activity_at timestamp with time zone,
    replied_at timestamp with time zone,
    bounced_at timestamp with time zone,
    bounces integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL
);

CREATE TABLE public.mute (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    message_id uuid NOT NULL
);

CREATE SEQUENCE public.mute_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.mute_id_seq OWNED BY public.mute.id;

CREATE TABLE public.oauth_flow (
    id bigint NOT NULL,
    state_lookup character varying(64) NOT NULL,
    browser_lookup character varying(64) NOT NULL,
    purpose character varying(20) NOT NULL,
    verifier character varying(128) NOT NULL,
    nonce character varying(64) NOT NULL,
    scopes jsonb NOT NULL,
    features jsonb NOT NULL,
    invitation_lookup character varying(64) NOT NULL,
    next_path character varying(500) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    account_id bigint
);

CREATE SEQUENCE public.oauth_flow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.oauth_flow_id_seq OWNED BY public.oauth_flow.id;

CREATE TABLE public.outbox (
    id bigint NOT NULL,
    fact character varying(60) NOT NULL,
    listener character varying(120) NOT NULL,
    unique_key character varying(190) NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    claimed_until timestamp with time zone,
    attempts integer NOT NULL,
    done_at timestamp with time zone,
    failed_at timestamp with time zone,
    error text NOT NULL,
    waits_for character varying(60) DEFAULT ''::character varying NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    failing_since timestamp with time zone
);

CREATE SEQUENCE public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.outbox_id_seq OWNED BY public.outbox.id;

CREATE TABLE public.overflow (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    minute integer NOT NULL,
    origin character varying(24) NOT NULL,
    number integer NOT NULL,
    message_id uuid NOT NULL
);

CREATE SEQUENCE public.overflow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.overflow_id_seq OWNED BY public.overflow.id;

CREATE TABLE public.paired_browser (
    id bigint NOT NULL,
    token_lookup character varying(64) NOT NULL,
    browser character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone,
    revoked_at timestamp with time zone,
    account_id bigint NOT NULL,
    address character varying(45),
    revoked_for character varying(20)
);

CREATE SEQUENCE public.paired_browser_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.paired_browser_id_seq OWNED BY public.paired_browser.id;

CREATE TABLE public.pairing (
    id bigint NOT NULL,
    device_lookup character varying(64) NOT NULL,
    user_code character varying(16) NOT NULL,
    browser character varying(200) NOT NULL,
    network character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    polled_at timestamp with time zone,
    allowed_at timestamp with time zone,
    denied_at timestamp with time zone,
    claimed_at timestamp with time zone,
    account_id bigint,
    address character varying(45)
);

CREATE SEQUENCE public.pairing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.pairing_id_seq OWNED BY public.pairing.id;

CREATE TABLE public.recipient (
    id bigint NOT NULL,
    number integer NOT NULL,
    kind character varying(3) NOT NULL,
    address character varying(254) NOT NULL,
    domain character varying(253) NOT NULL,
    name character varying(300) NOT NULL,
    message_id uuid NOT NULL
);

CREATE SEQUENCE public.recipient_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.recipient_id_seq OWNED BY public.recipient.id;

CREATE TABLE public.reminder (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    fell_due_at timestamp with time zone,
    message_id uuid NOT NULL
);

CREATE SEQUENCE public.reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.reminder_id_seq OWNED BY public.reminder.id;

CREATE TABLE public.reply_watch (
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    history_id character varying(20) NOT NULL,
    looked_at timestamp with time zone,
    due_at timestamp with time zone NOT NULL,
    claimed_until timestamp with time zone,
    failures integer NOT NULL,
    account_id bigint NOT NULL,
    trouble jsonb,
    history_page character varying(255) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.reply_watch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.reply_watch_id_seq OWNED BY public.reply_watch.id;

CREATE TABLE public.retired_counts (
    id bigint NOT NULL,
    link_id bigint,
    kind character varying(10) NOT NULL,
    verdict character varying(20) NOT NULL,
    counts boolean NOT NULL,
    number integer NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    message_id uuid NOT NULL
);

CREATE SEQUENCE public.retired_counts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.retired_counts_id_seq OWNED BY public.retired_counts.id;

CREATE TABLE public.returned (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    address character varying(254) NOT NULL,
    name character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    noticed_at timestamp with time zone NOT NULL,
    lasting boolean NOT NULL,
    status character varying(11) NOT NULL,
    gmail_message_id character varying(32) NOT NULL,
    gmail_thread_id character varying(32) NOT NULL,
    message_id uuid NOT NULL
);

CREATE SEQUENCE public.returned_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.returned_id_seq OWNED BY public.returned.id;

CREATE TABLE public.sent_copy_check (
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL
);

CREATE SEQUENCE public.sent_copy_check_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.sent_copy_check_id_seq OWNED BY public.sent_copy_check.id;

CREATE TABLE public.session (
    id bigint NOT NULL,
    token_lookup character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    address character varying(45) NOT NULL,
    user_agent character varying(512) NOT NULL,
    account_id bigint NOT NULL,
    revoked_for character varying(20)
);

CREATE SEQUENCE public.session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.session_id_seq OWNED BY public.session.id;

CREATE TABLE public.verdict_change (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    was character varying(20) NOT NULL,
    was_score integer NOT NULL,
    now character varying(20) NOT NULL,
    now_score integer NOT NULL,
    because jsonb NOT NULL,
    event_id uuid NOT NULL
);

CREATE SEQUENCE public.verdict_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.verdict_change_id_seq OWNED BY public.verdict_change.id;

CREATE TABLE public.view_time (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    seconds integer NOT NULL,
    address character varying(45) NOT NULL,
    user_agent text NOT NULL,
    message_id uuid NOT NULL
);

CREATE TABLE public.viewing (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    address character varying(45) NOT NULL,
    user_agent character varying(512) NOT NULL,
    account_id bigint NOT NULL,
    message_id uuid NOT NULL
);

CREATE SEQUENCE public.viewing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.viewing_id_seq OWNED BY public.viewing.id;

ALTER TABLE ONLY public.event ATTACH PARTITION public.event_rest DEFAULT;

ALTER TABLE ONLY public.account ALTER COLUMN id SET DEFAULT nextval('public.account_id_seq'::regclass);

ALTER TABLE ONLY public.aerich ALTER COLUMN id SET DEFAULT nextval('public.aerich_id_seq'::regclass);

ALTER TABLE ONLY public.agent ALTER COLUMN id SET DEFAULT nextval('public.agent_id_seq'::regclass);

ALTER TABLE ONLY public.alert ALTER COLUMN id SET DEFAULT nextval('public.alert_id_seq'::regclass);

ALTER TABLE ONLY public.browser_notification ALTER COLUMN id SET DEFAULT nextval('public.browser_notification_id_seq'::regclass);

ALTER TABLE ONLY public.copy ALTER COLUMN id SET DEFAULT nextval('public.copy_id_seq'::regclass);

ALTER TABLE ONLY public.copy_text ALTER COLUMN id SET DEFAULT nextval('public.copy_text_id_seq'::regclass);

ALTER TABLE ONLY public.correction ALTER COLUMN id SET DEFAULT nextval('public.correction_id_seq'::regclass);

ALTER TABLE ONLY public.daily_usage ALTER COLUMN id SET DEFAULT nextval('public.daily_usage_id_seq'::regclass);

ALTER TABLE ONLY public.finding ALTER COLUMN id SET DEFAULT nextval('public.finding_id_seq'::regclass);

ALTER TABLE ONLY public.gmail_grant ALTER COLUMN id SET DEFAULT nextval('public.gmail_grant_id_seq'::regclass);

ALTER TABLE ONLY public.gmail_labels ALTER COLUMN id SET DEFAULT nextval('public.gmail_labels_id_seq'::regclass);

ALTER TABLE ONLY public.gmail_message ALTER COLUMN id SET DEFAULT nextval('public.gmail_message_id_seq'::regclass);

ALTER TABLE ONLY public.header_set ALTER COLUMN id SET DEFAULT nextval('public.header_set_id_seq'::regclass);

ALTER TABLE ONLY public.invitation ALTER COLUMN id SET DEFAULT nextval('public.invitation_id_seq'::regclass);

ALTER TABLE ONLY public.link ALTER COLUMN id SET DEFAULT nextval('public.link_id_seq'::regclass);

ALTER TABLE ONLY public.location ALTER COLUMN id SET DEFAULT nextval('public.location_id_seq'::regclass);

ALTER TABLE ONLY public.mute ALTER COLUMN id SET DEFAULT nextval('public.mute_id_seq'::regclass);

ALTER TABLE ONLY public.oauth_flow ALTER COLUMN id SET DEFAULT nextval('public.oauth_flow_id_seq'::regclass);

ALTER TABLE ONLY public.outbox ALTER COLUMN id SET DEFAULT nextval('public.outbox_id_seq'::regclass);

ALTER TABLE ONLY public.overflow ALTER COLUMN id SET DEFAULT nextval('public.overflow_id_seq'::regclass);

ALTER TABLE ONLY public.paired_browser ALTER COLUMN id SET DEFAULT nextval('public.paired_browser_id_seq'::regclass);

ALTER TABLE ONLY public.pairing ALTER COLUMN id SET DEFAULT nextval('public.pairing_id_seq'::regclass);

ALTER TABLE ONLY public.recipient ALTER COLUMN id SET DEFAULT nextval('public.recipient_id_seq'::regclass);

ALTER TABLE ONLY public.reminder ALTER COLUMN id SET DEFAULT nextval('public.reminder_id_seq'::regclass);

ALTER TABLE ONLY public.reply_watch ALTER COLUMN id SET DEFAULT nextval('public.reply_watch_id_seq'::regclass);

ALTER TABLE ONLY public.retired_counts ALTER COLUMN id SET DEFAULT nextval('public.retired_counts_id_seq'::regclass);

ALTER TABLE ONLY public.returned ALTER COLUMN id SET DEFAULT nextval('public.returned_id_seq'::regclass);

ALTER TABLE ONLY public.sent_copy_check ALTER COLUMN id SET DEFAULT nextval('public.sent_copy_check_id_seq'::regclass);

ALTER TABLE ONLY public.session ALTER COLUMN id SET DEFAULT nextval('public.session_id_seq'::regclass);

ALTER TABLE ONLY public.verdict_change ALTER COLUMN id SET DEFAULT nextval('public.verdict_change_id_seq'::regclass);

ALTER TABLE ONLY public.viewing ALTER COLUMN id SET DEFAULT nextval('public.viewing_id_seq'::regclass);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_email_key UNIQUE (email);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_google_sub_key UNIQUE (google_sub);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_prefix_key UNIQUE (prefix);

ALTER TABLE ONLY public.aerich
    ADD CONSTRAINT aerich_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.agent
    ADD CONSTRAINT agent_hash_key UNIQUE (hash);

ALTER TABLE ONLY public.agent
    ADD CONSTRAINT agent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.browser_notification
    ADD CONSTRAINT browser_notification_key_key UNIQUE (key);

ALTER TABLE ONLY public.browser_notification
    ADD CONSTRAINT browser_notification_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.copy
    ADD CONSTRAINT copy_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY public.copy
    ADD CONSTRAINT copy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.copy_set
    ADD CONSTRAINT copy_set_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.copy_text
    ADD CONSTRAINT copy_text_copy_set_id_key UNIQUE (copy_set_id);

ALTER TABLE ONLY public.copy_text
    ADD CONSTRAINT copy_text_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_event_id_key UNIQUE (event_id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.daily_usage
    ADD CONSTRAINT daily_usage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id, at);

ALTER TABLE ONLY public.event_rest
    ADD CONSTRAINT event_rest_pkey PRIMARY KEY (id, at);

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_hash_key UNIQUE (hash);

ALTER TABLE ONLY public.finding
    ADD CONSTRAINT finding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gmail_grant
    ADD CONSTRAINT gmail_grant_account_id_key UNIQUE (account_id);

ALTER TABLE ONLY public.gmail_grant
    ADD CONSTRAINT gmail_grant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gmail_labels
    ADD CONSTRAINT gmail_labels_account_id_key UNIQUE (account_id);

ALTER TABLE ONLY public.gmail_labels
    ADD CONSTRAINT gmail_labels_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gmail_message
    ADD CONSTRAINT gmail_message_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY public.gmail_message
    ADD CONSTRAINT gmail_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.header_set
    ADD CONSTRAINT header_set_hash_key UNIQUE (hash);

ALTER TABLE ONLY public.header_set
    ADD CONSTRAINT header_set_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_token_lookup_key UNIQUE (token_lookup);

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.location
    ADD CONSTRAINT location_hash_key UNIQUE (hash);

ALTER TABLE ONLY public.location
    ADD CONSTRAINT location_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mute
    ADD CONSTRAINT mute_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY public.mute
    ADD CONSTRAINT mute_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.oauth_flow
    ADD CONSTRAINT oauth_flow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.oauth_flow
    ADD CONSTRAINT oauth_flow_state_lookup_key UNIQUE (state_lookup);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_unique_key_key UNIQUE (unique_key);

ALTER TABLE ONLY public.overflow
    ADD CONSTRAINT overflow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.paired_browser
    ADD CONSTRAINT paired_browser_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.paired_browser
    ADD CONSTRAINT paired_browser_token_lookup_key UNIQUE (token_lookup);

ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT pairing_device_lookup_key UNIQUE (device_lookup);

ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT pairing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT pairing_user_code_key UNIQUE (user_code);

ALTER TABLE ONLY public.recipient
    ADD CONSTRAINT recipient_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT reminder_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT reminder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reply_watch
    ADD CONSTRAINT reply_watch_account_id_key UNIQUE (account_id);

ALTER TABLE ONLY public.reply_watch
    ADD CONSTRAINT reply_watch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.retired_counts
    ADD CONSTRAINT retired_counts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.returned
    ADD CONSTRAINT returned_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sent_copy_check
    ADD CONSTRAINT sent_copy_check_account_id_key UNIQUE (account_id);

ALTER TABLE ONLY public.sent_copy_check
    ADD CONSTRAINT sent_copy_check_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_token_lookup_key UNIQUE (token_lookup);

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT uid_alert_message_0521c3 UNIQUE (message_id, kind);

ALTER TABLE ONLY public.copy
    ADD CONSTRAINT uid_copy_copy_se_852e21 UNIQUE (copy_set_id, number);

ALTER TABLE ONLY public.copy_set
    ADD CONSTRAINT uid_copy_set_account_bbe21f UNIQUE (account_id, draft_id);

ALTER TABLE ONLY public.daily_usage
    ADD CONSTRAINT uid_daily_usage_account_154a1d UNIQUE (account_id, day);

ALTER TABLE ONLY public.link
    ADD CONSTRAINT uid_link_message_0f8a45 UNIQUE (message_id, number);

ALTER TABLE ONLY public.overflow
    ADD CONSTRAINT uid_overflow_message_4ca482 UNIQUE (message_id, kind, minute, origin);

ALTER TABLE ONLY public.recipient
    ADD CONSTRAINT uid_recipient_message_ae084d UNIQUE (message_id, number);

ALTER TABLE ONLY public.returned
    ADD CONSTRAINT uid_returned_message_c9a306 UNIQUE (message_id, gmail_message_id, address);

ALTER TABLE ONLY public.verdict_change
    ADD CONSTRAINT verdict_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.view_time
    ADD CONSTRAINT view_time_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.viewing
    ADD CONSTRAINT viewing_pkey PRIMARY KEY (id);

CREATE INDEX idx_event_account_9bcb31 ON ONLY public.event USING btree (account_id, at);

CREATE INDEX event_rest_account_id_at_idx ON public.event_rest USING btree (account_id, at);

CREATE INDEX idx_event_message_5be0b4 ON ONLY public.event USING btree (message_id, at);

CREATE INDEX event_rest_message_id_at_idx ON public.event_rest USING btree (message_id, at);

CREATE INDEX idx_browser_not_account_1d6265 ON public.browser_notification USING btree (account_id, id);

CREATE INDEX idx_browser_not_account_bd8142 ON public.browser_notification USING btree (account_id, at);

CREATE INDEX idx_browser_not_created_ff8ebc ON public.browser_notification USING btree (created_at);

CREATE INDEX idx_browser_not_event_i_7fa558 ON public.browser_notification USING btree (event_id);

CREATE INDEX idx_browser_not_message_0439c1 ON public.browser_notification USING btree (message_id);

CREATE INDEX idx_copy_account_feb67f ON public.copy USING btree (account_id, state);

CREATE INDEX idx_copy_set_release_da19eb ON public.copy_set USING btree (released_at, created_at);

CREATE INDEX idx_correction_account_70a368 ON public.correction USING btree (account_id, at);

CREATE INDEX idx_gmail_messa_gmail_i_40c0e7 ON public.gmail_message USING btree (gmail_id);

CREATE INDEX idx_gmail_messa_thread__6f42b1 ON public.gmail_message USING btree (thread_id);

CREATE INDEX idx_link_message_370617 ON public.link USING btree (message_id, url_hash);

CREATE INDEX idx_message_account_5f30b2 ON public.message USING btree (account_id, listed_at, id);

CREATE INDEX idx_message_account_70d67b ON public.message USING btree (account_id, updated_at);

CREATE INDEX idx_message_account_a4085b ON public.message USING btree (account_id, last_activity_at);

CREATE INDEX idx_message_account_c32890 ON public.message USING btree (account_id, rfc822_message_id);

CREATE INDEX idx_outbox_done_at_e4c0d5 ON public.outbox USING btree (done_at, failed_at, due_at);

CREATE INDEX idx_outbox_waits_f_d80303 ON public.outbox USING btree (waits_for);

CREATE INDEX idx_overflow_minute_d64ac7 ON public.overflow USING btree (minute);

CREATE INDEX idx_recipient_domain_2fac48 ON public.recipient USING btree (domain, address);

CREATE INDEX idx_reminder_fell_du_7374f2 ON public.reminder USING btree (fell_due_at, due_at);

CREATE INDEX idx_reply_watch_due_at_8a618d ON public.reply_watch USING btree (due_at);

CREATE INDEX idx_retired_cou_message_c42185 ON public.retired_counts USING btree (message_id);

CREATE INDEX idx_verdict_cha_event_i_c443d2 ON public.verdict_change USING btree (event_id);

CREATE INDEX idx_view_time_at_984a8d ON public.view_time USING btree (at);

CREATE INDEX idx_view_time_message_69bcf5 ON public.view_time USING btree (message_id, at);

CREATE INDEX idx_viewing_account_6c5dd6 ON public.viewing USING btree (account_id, at);

CREATE INDEX idx_viewing_at_c4e4e1 ON public.viewing USING btree (at);

CREATE INDEX idx_viewing_message_5ac68c ON public.viewing USING btree (message_id, at);

ALTER INDEX public.idx_event_account_9bcb31 ATTACH PARTITION public.event_rest_account_id_at_idx;

ALTER INDEX public.idx_event_message_5be0b4 ATTACH PARTITION public.event_rest_message_id_at_idx;

ALTER INDEX public.event_pkey ATTACH PARTITION public.event_rest_pkey;

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.alert
    ADD CONSTRAINT alert_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.copy
    ADD CONSTRAINT copy_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.copy
    ADD CONSTRAINT copy_copy_set_id_fkey FOREIGN KEY (copy_set_id) REFERENCES public.copy_set(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.copy_set
    ADD CONSTRAINT copy_set_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.copy_text
    ADD CONSTRAINT copy_text_copy_set_id_fkey FOREIGN KEY (copy_set_id) REFERENCES public.copy_set(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.daily_usage
    ADD CONSTRAINT daily_usage_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE public.event
    ADD CONSTRAINT event_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE public.event
    ADD CONSTRAINT event_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.gmail_grant
    ADD CONSTRAINT gmail_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.gmail_labels
    ADD CONSTRAINT gmail_labels_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.gmail_message
    ADD CONSTRAINT gmail_message_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.link
    ADD CONSTRAINT link_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.mute
    ADD CONSTRAINT mute_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.oauth_flow
    ADD CONSTRAINT oauth_flow_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.overflow
    ADD CONSTRAINT overflow_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.paired_browser
    ADD CONSTRAINT paired_browser_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.pairing
    ADD CONSTRAINT pairing_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.recipient
    ADD CONSTRAINT recipient_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT reminder_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.reply_watch
    ADD CONSTRAINT reply_watch_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.retired_counts
    ADD CONSTRAINT retired_counts_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.returned
    ADD CONSTRAINT returned_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sent_copy_check
    ADD CONSTRAINT sent_copy_check_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.view_time
    ADD CONSTRAINT view_time_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.viewing
    ADD CONSTRAINT viewing_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.viewing
    ADD CONSTRAINT viewing_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id) ON DELETE CASCADE;
