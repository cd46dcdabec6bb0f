import { lockClass } from './schema.js';

/**
 * A log stream: one row per append, in day partitions that are dropped whole. The head is read from the newest row
 * under the stream's lock instead of being kept in a counter row: a counter would leave a dead row version behind
 * for each append, and one long transaction anywhere on the server would make every append walk over all of them.
 * One lock for the stream orders all of its partitions, and sequences have no gaps.
 */
export const logSchema = (id: number, partitions: number): string => `
CREATE TABLE IF NOT EXISTS messaging.log_${id} (
  day date NOT NULL,
  sequence bigint NOT NULL,
  appended_at timestamptz NOT NULL,
  records int NOT NULL,
  next_offsets bigint[] NOT NULL,
  payload bytea NOT NULL,
  PRIMARY KEY (day, sequence)
) PARTITION BY RANGE (day);
ALTER TABLE messaging.log_${id} ALTER COLUMN payload SET STORAGE EXTERNAL;

CREATE OR REPLACE FUNCTION messaging.append_${id}(at timestamptz, counts int[], record_count int, bytes bytea, announce boolean,
  OUT day text, OUT sequence bigint, OUT next_offsets text) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  last_day date; append_day date; table_of_day text; last_sequence bigint := 0;
  last_offsets bigint[] := array_fill(0::bigint, ARRAY[${partitions}]); new_offsets bigint[];
BEGIN
  PERFORM pg_advisory_xact_lock(${lockClass.append}, ${id});
  SELECT max(d.day) INTO last_day FROM messaging.days d WHERE d.stream_id = ${id};
  IF last_day IS NOT NULL THEN
    SELECT l.sequence, l.next_offsets INTO STRICT last_sequence, last_offsets FROM messaging.log_${id} l
      WHERE l.day = last_day ORDER BY l.day DESC, l.sequence DESC LIMIT 1;
  END IF;
  -- A clock that goes back must not write into an older day: order within the log is (day, sequence).
  append_day := greatest(last_day, (at AT TIME ZONE 'UTC')::date);
  IF last_day IS DISTINCT FROM append_day THEN
    -- ATTACH, not PARTITION OF: its lock does not wait for readers, and a backup may read all night.
    table_of_day := 'messaging.log_${id}_' || to_char(append_day, 'YYYYMMDD');
    EXECUTE format('CREATE TABLE %s (LIKE messaging.log_${id} INCLUDING ALL)', table_of_day);
    EXECUTE format('ALTER TABLE messaging.log_${id} ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%L)',
      table_of_day, append_day, append_day + 1);
    INSERT INTO messaging.days VALUES (${id}, append_day, last_sequence + 1, last_offsets);
  END IF;
  new_offsets := ARRAY(SELECT o + c FROM unnest(last_offsets, counts) WITH ORDINALITY AS t (o, c, i) ORDER BY i);
  INSERT INTO messaging.log_${id} VALUES (append_day, last_sequence + 1, at, record_count, new_offsets, bytes);
  IF announce THEN PERFORM pg_notify('messaging', '${id}'); END IF;
  day := to_char(append_day, 'YYYY-MM-DD'); sequence := last_sequence + 1; next_offsets := new_offsets::text;
END $$;

CREATE OR REPLACE FUNCTION messaging.head_${id}() RETURNS TABLE (stream_id int, sequence bigint, next_offsets text)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE last_day date;
BEGIN
  SELECT max(d.day) INTO last_day FROM messaging.days d WHERE d.stream_id = ${id};
  RETURN QUERY SELECT ${id}, l.sequence, l.next_offsets::text FROM messaging.log_${id} l
    WHERE l.day = last_day ORDER BY l.day DESC, l.sequence DESC LIMIT 1;
END $$;
${locateFunction(id)}`;

const locateFunction = (id: number): string => `
-- Where reading of one partition from an offset on must begin. Sequences of a day have no gaps: binary search.
CREATE OR REPLACE FUNCTION messaging.locate_${id}(of_partition int, from_offset bigint, OUT day text, OUT sequence bigint)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE on_day date; low bigint; high bigint; middle bigint; reached bigint;
BEGIN
  SELECT d.day, d.first_sequence INTO on_day, low FROM messaging.days d
    WHERE d.stream_id = ${id} AND d.first_offsets[of_partition + 1] <= from_offset ORDER BY d.day DESC LIMIT 1;
  IF NOT FOUND THEN -- dropped already, or nothing written yet: from the oldest on
    SELECT d.day, d.first_sequence INTO on_day, low FROM messaging.days d WHERE d.stream_id = ${id} ORDER BY d.day LIMIT 1;
    day := coalesce(to_char(on_day, 'YYYY-MM-DD'), '-infinity'); sequence := coalesce(low, 1);
    RETURN;
  END IF;
  SELECT max(l.sequence) + 1 INTO high FROM messaging.log_${id} l WHERE l.day = on_day;
  WHILE low < high LOOP
    middle := (low + high) / 2;
    SELECT l.next_offsets[of_partition + 1] INTO STRICT reached FROM messaging.log_${id} l
      WHERE l.day = on_day AND l.sequence = middle;
    IF reached > from_offset THEN high := middle; ELSE low := middle + 1; END IF;
  END LOOP;
  day := to_char(on_day, 'YYYY-MM-DD'); sequence := low;
END $$;
`;

/**
 * A compacted stream: one row per key with its latest value and offset. A withdrawn key keeps its row with a null
 * value, so that a reader who was away learns of the withdrawal. Offsets skip what was replaced.
 */
export const compactedSchema = (id: number): string => `
CREATE TABLE IF NOT EXISTS messaging.table_${id} (
  key bytea PRIMARY KEY,
  record_offset bigint NOT NULL UNIQUE,
  appended_at timestamptz NOT NULL,
  headers text,
  value bytea
);

CREATE OR REPLACE FUNCTION messaging.append_${id}(at timestamptz, keys bytea[], offsets int[], header_texts text[], starts int[],
  lengths int[], bytes bytea, announce boolean, OUT sequence bigint) LANGUAGE plpgsql AS $$
DECLARE base bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(${lockClass.append}, ${id});
  SELECT coalesce(max(t.record_offset) + 1, 0) INTO base FROM messaging.table_${id} t;
  INSERT INTO messaging.table_${id} AS t
    SELECT r.key, base + r.o, at, r.headers, CASE WHEN r.length >= 0 THEN substring(bytes FROM r.start FOR r.length) END
    FROM unnest(keys, offsets, header_texts, starts, lengths) AS r (key, o, headers, start, length)
    ON CONFLICT (key) DO UPDATE SET record_offset = excluded.record_offset, appended_at = excluded.appended_at,
      headers = excluded.headers, value = excluded.value;
  SELECT max(t.record_offset) INTO sequence FROM messaging.table_${id} t;
  IF announce THEN PERFORM pg_notify('messaging', '${id}'); END IF;
END $$;

CREATE OR REPLACE FUNCTION messaging.head_${id}() RETURNS TABLE (stream_id int, sequence bigint, next_offsets text)
LANGUAGE sql AS $$
  SELECT ${id}, max(t.record_offset), '{' || max(t.record_offset) + 1 || '}' FROM messaging.table_${id} t
  HAVING max(t.record_offset) IS NOT NULL
$$;
`;
