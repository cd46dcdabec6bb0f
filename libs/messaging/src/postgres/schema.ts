/** Advisory lock classes (first of two keys), so that locks of different kinds never meet. */
export const lockClass = { schema: 20_410, append: 20_411, group: 20_412, member: 20_413 } as const;

/** A member that has not been heard of for this long has lost its partitions, whatever its connection says. */
const leaseSeconds = 5;
/** The rows of a member that did not say goodbye are kept this long; one that wakes up later joins anew. */
const forgetMinutes = 10;

/**
 * Tables and functions that all streams share. Every statement may be repeated: `apply` runs them at each start.
 * Who is alive: a member holds a session advisory lock (gone at once when its process dies) and has a fresh
 * heartbeat (so that a stopped process whose connection still stands loses its partitions too).
 */
export const sharedSchema = `
SELECT pg_advisory_xact_lock(${lockClass.schema}, 0);
CREATE SCHEMA IF NOT EXISTS messaging;
CREATE TABLE IF NOT EXISTS messaging.streams (
  stream_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  keep text NOT NULL CHECK (keep IN ('log', 'compacted')),
  partitions int NOT NULL CHECK (partitions > 0),
  retention_hours int
);
ALTER TABLE messaging.streams ADD COLUMN IF NOT EXISTS identity uuid NOT NULL DEFAULT gen_random_uuid();
CREATE TABLE IF NOT EXISTS messaging.days (
  stream_id int NOT NULL REFERENCES messaging.streams,
  day date NOT NULL,
  first_sequence bigint NOT NULL,
  first_offsets bigint[] NOT NULL,
  PRIMARY KEY (stream_id, day)
);
CREATE SEQUENCE IF NOT EXISTS messaging.member_ids AS int;
CREATE TABLE IF NOT EXISTS messaging.members (
  member_id int PRIMARY KEY,
  heartbeat_at timestamptz NOT NULL
) WITH (fillfactor = 50);
CREATE TABLE IF NOT EXISTS messaging.subscriptions (
  subscription_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  member_id int NOT NULL REFERENCES messaging.members ON DELETE CASCADE,
  stream_id int NOT NULL REFERENCES messaging.streams,
  group_name text NOT NULL
);
CREATE TABLE IF NOT EXISTS messaging.positions (
  stream_id int NOT NULL REFERENCES messaging.streams,
  group_name text NOT NULL,
  partition int NOT NULL,
  next_offset bigint NOT NULL DEFAULT 0,
  owner int,
  epoch int NOT NULL DEFAULT 0,
  PRIMARY KEY (stream_id, group_name, partition)
) WITH (fillfactor = 50);

CREATE OR REPLACE FUNCTION messaging.live_members() RETURNS SETOF int LANGUAGE sql AS $$
  SELECT m.member_id FROM messaging.members m
  WHERE m.heartbeat_at > clock_timestamp() - interval '${leaseSeconds} s' AND m.member_id IN (
    SELECT l.objid::bigint::int FROM pg_locks l
    WHERE l.locktype = 'advisory' AND l.classid = ${lockClass.member} AND l.granted
      AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))
$$;

-- Heartbeat; a changed fingerprint means that partitions may have to change hands.
CREATE OR REPLACE FUNCTION messaging.tick(me int, OUT members int, OUT fingerprint text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  INSERT INTO messaging.members VALUES (me, clock_timestamp())
    ON CONFLICT (member_id) DO UPDATE SET heartbeat_at = excluded.heartbeat_at;
  DELETE FROM messaging.members WHERE heartbeat_at < clock_timestamp() - interval '${forgetMinutes} min';
  SELECT count(*), string_agg(m::text, ',' ORDER BY m) INTO members, fingerprint FROM messaging.live_members() m;
  fingerprint := concat_ws(';', fingerprint,
    (SELECT string_agg(subscription_id::text, ',' ORDER BY subscription_id) FROM messaging.subscriptions),
    (SELECT count(*) FROM messaging.positions WHERE owner IS NULL));
END $$;

-- Gives the subscription its share: frees what the dead hold, takes what is free up to its quota, and says with
-- keep = false what it should give back to newcomers once its batch is done.
CREATE OR REPLACE FUNCTION messaging.assign(me int)
RETURNS TABLE (partition int, epoch int, next_offset bigint, keep boolean) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  mine messaging.subscriptions; live int[]; total int; rank int; quota int; held int;
BEGIN
  SELECT * INTO mine FROM messaging.subscriptions WHERE subscription_id = me;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(${lockClass.group}, hashtext(mine.stream_id || ' ' || mine.group_name));
  live := ARRAY(SELECT s.subscription_id FROM messaging.subscriptions s
    WHERE s.stream_id = mine.stream_id AND s.group_name = mine.group_name
      AND (s.subscription_id = me OR s.member_id IN (SELECT messaging.live_members())) ORDER BY 1);
  UPDATE messaging.positions p SET owner = NULL WHERE p.stream_id = mine.stream_id
    AND p.group_name = mine.group_name AND p.owner IS NOT NULL AND p.owner <> ALL (live);
  SELECT count(*), count(*) FILTER (WHERE p.owner = me) INTO total, held FROM messaging.positions p
    WHERE p.stream_id = mine.stream_id AND p.group_name = mine.group_name;
  rank := array_position(live, me) - 1;
  quota := total / cardinality(live) + (rank < total % cardinality(live))::int;
  UPDATE messaging.positions p SET owner = me, epoch = p.epoch + 1
    WHERE p.stream_id = mine.stream_id AND p.group_name = mine.group_name AND p.partition IN (
      SELECT f.partition FROM messaging.positions f WHERE f.stream_id = mine.stream_id
        AND f.group_name = mine.group_name AND f.owner IS NULL ORDER BY 1 LIMIT greatest(0, quota - held));
  RETURN QUERY SELECT p.partition, p.epoch, p.next_offset, row_number() OVER (ORDER BY p.partition) <= quota
    FROM messaging.positions p
    WHERE p.stream_id = mine.stream_id AND p.group_name = mine.group_name AND p.owner = me;
END $$;

-- Fenced: only the present owner in its present epoch may move a position. Returns the partitions accepted.
-- Not waiting for the disk is safe: a position lost in a crash of the server only brings messages again.
CREATE OR REPLACE FUNCTION messaging.commit(stream int, group_of text, me int, partitions int[], epochs int[], offsets bigint[])
RETURNS SETOF int LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  RETURN QUERY UPDATE messaging.positions p SET next_offset = c.next_offset
    FROM unnest(partitions, epochs, offsets) AS c (partition, epoch, next_offset)
    WHERE p.stream_id = stream AND p.group_name = group_of AND p.partition = c.partition
      AND p.owner = me AND p.epoch = c.epoch
    RETURNING p.partition;
END $$;
`;
