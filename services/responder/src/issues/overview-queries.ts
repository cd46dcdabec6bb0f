import { responderSchema } from '../responder.schema.js';

const issues = `${responderSchema}.issues`;

export const risingSql = `
  SELECT card FROM ${issues}
  WHERE region_id = $1 AND status = 'open' AND risen_at >= $2
  ORDER BY urgency DESC, risen_at DESC, issue_id DESC LIMIT $3`;

/** What somebody has in hand, what runs out first on top. */
export const inWorkSql = `
  SELECT card, state_since, due_at FROM ${issues}
  WHERE region_id = $1 AND status = 'open' AND acknowledged_at IS NOT NULL
  ORDER BY due_at ASC NULLS LAST, level_rank DESC, state_since LIMIT $2`;

export const countsSql = `
  SELECT
    (SELECT count(*)::int FROM ${issues} WHERE region_id = $1 AND opened_at >= $3 AND opened_at < $4) AS opened,
    (SELECT count(*)::int FROM ${issues} WHERE region_id = $1 AND status = 'done' AND closed_at >= $3 AND closed_at < $4) AS closed,
    (SELECT count(*)::int FROM ${issues} WHERE region_id = $1 AND status = 'open') AS open,
    (SELECT count(*)::int FROM ${issues} WHERE region_id = $1 AND status = 'open' AND due_at < $4) AS late,
    (SELECT count(*)::int FROM ${issues} WHERE region_id = $1 AND opened_at >= $2 AND opened_at < $3) AS opened_before,
    (SELECT count(*)::int FROM ${issues} WHERE region_id = $1 AND status = 'done' AND closed_at >= $2 AND closed_at < $3)
      AS closed_before`;

export const routesSql = `
  SELECT route, count(*)::int AS count FROM ${issues}
  WHERE region_id = $1 AND opened_at >= $2 AND opened_at < $3
  GROUP BY route ORDER BY count DESC, route`;

const durations = ['toAcknowledge', 'toTriage', 'toPublish', 'toClose', 'toAlert'] as const;

const figuresOf = (name: string): string => `
  percentile_cont(0.5) WITHIN GROUP (ORDER BY "${name}") AS "${name}_median",
  percentile_cont(0.9) WITHIN GROUP (ORDER BY "${name}") AS "${name}_p90",
  count("${name}")::int AS "${name}_n"`;

/**
 * From the timeline: seconds from opening to the first of each step, for issues opened in the period. Whoever decides
 * the route without taking the issue first has taken it with that.
 */
export const durationsSql = `
  WITH opened AS MATERIALIZED (
    SELECT issue_id, opened_at, alert_seconds FROM ${issues}
    WHERE region_id = $1 AND opened_at >= $2 AND opened_at < $3
  ), steps AS (
    SELECT opened.issue_id,
      min(line.at) FILTER (WHERE line.change IN ('acknowledged', 'triaged')) AS acknowledged_at,
      min(line.at) FILTER (WHERE line.change = 'triaged') AS triaged_at,
      min(line.at) FILTER (WHERE line.change = 'published') AS published_at,
      min(line.at) FILTER (WHERE line.change = 'closed') AS closed_at
    FROM opened JOIN ${responderSchema}.timeline AS line USING (issue_id)
    WHERE line.change IN ('acknowledged', 'triaged', 'published', 'closed')
    GROUP BY opened.issue_id
  ), taken AS (
    SELECT
      extract(epoch FROM acknowledged_at - opened_at)::float8 AS "toAcknowledge",
      extract(epoch FROM triaged_at - opened_at)::float8 AS "toTriage",
      extract(epoch FROM published_at - opened_at)::float8 AS "toPublish",
      extract(epoch FROM steps.closed_at - opened_at)::float8 AS "toClose",
      alert_seconds AS "toAlert"
    FROM opened LEFT JOIN steps USING (issue_id)
  )
  SELECT ${durations.map(figuresOf).join(',')} FROM taken`;
