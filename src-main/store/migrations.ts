/** Each brings the tables from the version before to its own: the first from nothing to 1. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE device (
     name TEXT PRIMARY KEY,
     model TEXT NOT NULL,
     number TEXT NOT NULL UNIQUE,
     display_name TEXT NOT NULL,
     user_locale TEXT NOT NULL,
     call_waiting INTEGER NOT NULL DEFAULT 0,
     forward_all TEXT,
     forward_busy TEXT,
     forward_no_answer TEXT
   ) STRICT;
   CREATE TABLE call_back_request (device TEXT PRIMARY KEY, request TEXT NOT NULL) STRICT;`,
  `CREATE TABLE account (id TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT;
   CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`,
  `ALTER TABLE device ADD COLUMN description TEXT NOT NULL DEFAULT '';
   ALTER TABLE device ADD COLUMN forward_no_answer_seconds INTEGER NOT NULL DEFAULT 12;
   ALTER TABLE device ADD COLUMN do_not_disturb INTEGER NOT NULL DEFAULT 0;`,
  // A phone may have several requests. One that cannot be read is taken along all the same.
  `CREATE TABLE call_back (
     device TEXT NOT NULL,
     called TEXT NOT NULL,
     request TEXT NOT NULL,
     PRIMARY KEY (device, called)
   ) STRICT;
   INSERT INTO call_back
     SELECT device, CASE WHEN json_valid(request) THEN coalesce(json_extract(request, '$.called'), '') ELSE '' END, request
     FROM call_back_request;
   DROP TABLE call_back_request;`,
  // A directory number and its phone are two things: a phone has several lines, and several phones may share one.
  `CREATE TABLE line (
     number TEXT PRIMARY KEY,
     display_name TEXT NOT NULL,
     call_waiting INTEGER NOT NULL DEFAULT 0,
     forward_all TEXT,
     forward_busy TEXT,
     forward_no_answer TEXT,
     forward_no_answer_seconds INTEGER NOT NULL DEFAULT 12
   ) STRICT;
   INSERT INTO line
     SELECT number, display_name, call_waiting, forward_all, forward_busy, forward_no_answer, forward_no_answer_seconds
     FROM device;
   CREATE TABLE button (
     device TEXT NOT NULL,
     position INTEGER NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('line', 'speedDial')),
     number TEXT NOT NULL,
     label TEXT NOT NULL DEFAULT '',
     PRIMARY KEY (device, position)
   ) STRICT;
   INSERT INTO button (device, position, kind, number) SELECT name, 1, 'line', number FROM device;
   CREATE TABLE phone (
     name TEXT PRIMARY KEY,
     model TEXT NOT NULL,
     description TEXT NOT NULL DEFAULT '',
     user_locale TEXT NOT NULL,
     do_not_disturb INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   INSERT INTO phone SELECT name, model, description, user_locale, do_not_disturb FROM device;
   DROP TABLE device;
   ALTER TABLE phone RENAME TO device;`,
  // What a phone remembers: a text for each part.
  `CREATE TABLE phone_memory (
     device TEXT NOT NULL,
     part TEXT NOT NULL,
     value TEXT NOT NULL,
     PRIMARY KEY (device, part)
   ) STRICT;`,
  // The phones go on with the softkeys that they had: the template of the pool in which all of them are.
  `CREATE TABLE softkey_template (name TEXT PRIMARY KEY, sets TEXT NOT NULL) STRICT;
   CREATE TABLE device_pool (name TEXT PRIMARY KEY, softkey_template TEXT NOT NULL) STRICT;
   INSERT INTO device_pool VALUES ('Default', 'Standard User for Call Back');
   ALTER TABLE device ADD COLUMN device_pool TEXT NOT NULL DEFAULT 'Default';
   ALTER TABLE device ADD COLUMN softkey_template TEXT;
   ALTER TABLE line ADD COLUMN unheard_messages INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE line ADD COLUMN heard_messages INTEGER NOT NULL DEFAULT 0;`,
  // Whose tones a phone has; empty = those of the country of its user locale.
  "ALTER TABLE device ADD COLUMN network_locale TEXT NOT NULL DEFAULT '';",
  // The language of the phones in a pool that have none of their own.
  "ALTER TABLE device_pool ADD COLUMN user_locale TEXT NOT NULL DEFAULT 'English_United_States';",
];
