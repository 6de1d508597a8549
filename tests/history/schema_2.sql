-- The second schema, with notes of care, as it was released: never to be changed.
CREATE TABLE sessions (
    number INTEGER PRIMARY KEY, utc_cs INTEGER NOT NULL, end_utc_cs INTEGER NOT NULL,
    offset_min INTEGER NOT NULL, camera TEXT NOT NULL, version TEXT NOT NULL) STRICT;
CREATE TABLE minutes (
    minute INTEGER NOT NULL, session INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    upright_cs INTEGER NOT NULL, slouched_cs INTEGER NOT NULL, unknown_cs INTEGER NOT NULL,
    away_cs INTEGER NOT NULL, paused_cs INTEGER NOT NULL,
    neck_low_ddeg INTEGER, neck_middle_ddeg INTEGER, neck_high_ddeg INTEGER,
    back_low_ddeg INTEGER, back_middle_ddeg INTEGER, back_high_ddeg INTEGER,
    neck_cdegmin INTEGER NOT NULL, back_cdegmin INTEGER NOT NULL, worst_cdegmin INTEGER NOT NULL,
    PRIMARY KEY (minute, session)) STRICT, WITHOUT ROWID;
CREATE TABLE hours (
    hour INTEGER PRIMARY KEY,
    offset_min INTEGER NOT NULL,
    upright_cs INTEGER NOT NULL, slouched_cs INTEGER NOT NULL, unknown_cs INTEGER NOT NULL,
    away_cs INTEGER NOT NULL, paused_cs INTEGER NOT NULL,
    neck_low_ddeg INTEGER, neck_middle_ddeg INTEGER, neck_high_ddeg INTEGER,
    back_low_ddeg INTEGER, back_middle_ddeg INTEGER, back_high_ddeg INTEGER,
    neck_cdegmin INTEGER NOT NULL, back_cdegmin INTEGER NOT NULL, worst_cdegmin INTEGER NOT NULL) STRICT;
CREATE TABLE episodes (
    utc_cs INTEGER NOT NULL, session INTEGER NOT NULL, end_utc_cs INTEGER NOT NULL,
    offset_min INTEGER NOT NULL, part TEXT NOT NULL, peak_ddeg INTEGER NOT NULL,
    mean_ddeg INTEGER NOT NULL, over INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, session)) STRICT, WITHOUT ROWID;
CREATE TABLE alerts (
    number INTEGER PRIMARY KEY, utc_cs INTEGER NOT NULL, offset_min INTEGER NOT NULL,
    level TEXT NOT NULL, part TEXT NOT NULL, change_ddeg INTEGER NOT NULL,
    held_cs INTEGER NOT NULL, quiet TEXT NOT NULL, means TEXT NOT NULL, answer TEXT NOT NULL,
    answer_utc_cs INTEGER) STRICT;
CREATE INDEX alerts_utc ON alerts (utc_cs);
CREATE TABLE baselines (
    utc_cs INTEGER NOT NULL, name TEXT NOT NULL, offset_min INTEGER NOT NULL,
    view TEXT NOT NULL, quality_percent INTEGER, digest TEXT NOT NULL,
    enter_ddeg INTEGER NOT NULL, leave_ddeg INTEGER NOT NULL, persist_cs INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, name)) STRICT, WITHOUT ROWID;
CREATE TABLE breaks (
    utc_cs INTEGER NOT NULL, kind TEXT NOT NULL, became TEXT NOT NULL,
    offset_min INTEGER NOT NULL, length_cs INTEGER NOT NULL, asked INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, kind, became)) STRICT, WITHOUT ROWID;
CREATE TABLE exercises (
    utc_cs INTEGER NOT NULL, name TEXT NOT NULL, offset_min INTEGER NOT NULL,
    routine TEXT NOT NULL, length_cs INTEGER NOT NULL, repetitions INTEGER NOT NULL,
    held_cs INTEGER NOT NULL, range_ddeg INTEGER, measured INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, name)) STRICT, WITHOUT ROWID;
CREATE TABLE packs (
    utc_cs INTEGER NOT NULL, kind TEXT NOT NULL, offset_min INTEGER NOT NULL,
    length_cs INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, kind)) STRICT, WITHOUT ROWID;
CREATE TABLE pains (
    utc_cs INTEGER PRIMARY KEY, offset_min INTEGER NOT NULL, level INTEGER NOT NULL,
    places TEXT NOT NULL, kinds TEXT NOT NULL, deeds TEXT NOT NULL,
    since_day INTEGER, woke INTEGER) STRICT;
CREATE TABLE hints (
    utc_cs INTEGER NOT NULL, kind TEXT NOT NULL, offset_min INTEGER NOT NULL,
    PRIMARY KEY (utc_cs, kind)) STRICT, WITHOUT ROWID;
PRAGMA application_id = 1886352244;
PRAGMA user_version = 2;

INSERT INTO sessions VALUES (7, 177243840000, 177244560000, 60, 'camera', '0.1.0');
INSERT INTO minutes VALUES (29540640, 7, 60, 4000, 1500, 0, 500, 0, -10, 20, 55, NULL, NULL, NULL, 183, 0, 200);
INSERT INTO hours VALUES (492344, 60, 4000, 1500, 0, 500, 0, -10, 20, 55, NULL, NULL, NULL, 183, 0, 200);
INSERT INTO episodes VALUES (177243842000, 7, 177243846000, 60, 'neck', 155, 121, 1);
INSERT INTO alerts VALUES (3, 177243845000, 60, 'cue', 'neck', 142, 3010, '', 'message+edge', 'helped', 177243846000);
INSERT INTO baselines VALUES (177243840100, 'desk, upright', 60, 'front', 82, '0123456789abcdef', 100, 60, 3000);
INSERT INTO breaks VALUES (177244200000, 'long', 'taken', 60, 31000, 1);
INSERT INTO exercises VALUES (177244210000, 'side_bend', 60, 'desk', 6200, 8, 1540, 223, 1);
INSERT INTO packs VALUES (177244220000, 'heat', 60, 120000);
INSERT INTO pains VALUES (177244230000, 60, 4, 'between_shoulder_blades+neck_left', 'stiff', 'heat+moved', 20500, 0);
INSERT INTO hints VALUES (177244240000, 'specialist', 60);
