import * as v from 'valibot';

const Milliseconds = v.pipe(v.number('is not a number'), v.minValue(0, 'is negative'), v.maxValue(86_400_000, 'is more than a day'));
const NotEmpty = v.pipe(v.string('is not a text'), v.minLength(1, 'is empty'));

/** What happens in the place of an answer. */
export const FAILURES = ['refused', 'reset', 'timeout', 'dns'] as const;

/** What hosts answer to some requests; what is null is as it would be without the route. */
export const RouteSchema = v.strictObject({
  /** "example.org", "*.example.org", "localhost:9000". */
  host: NotEmpty,
  /** "GET", or "*" for all. */
  method: v.optional(NotEmpty, '*'),
  /** "/users/*", with the query or without, or "*" for all; `*` stands for any characters. */
  path: v.optional(NotEmpty, '*'),
  status: v.optional(
    v.pipe(
      v.number('is not a number'),
      v.integer('is not a whole number'),
      v.minValue(100, 'is below 100'),
      v.maxValue(599, 'is above 599'),
    ),
    200,
  ),
  headers: v.optional(v.record(v.string(), v.string('is not a text')), {}),
  /** null: what the host answers without the route. */
  body: v.optional(v.nullable(v.string('is not a text')), ''),
  /** Answered as JSON in the place of `body`. */
  json: v.optional(v.unknown(), null),
  /** Milliseconds until the answer; null: what the URL gives. */
  latency: v.optional(v.nullable(Milliseconds), null),
  /** '' for none. */
  failure: v.optional(v.picklist(['', ...FAILURES], `is none of: ${FAILURES.join(', ')}`), ''),
});

/** The network's part of the conditions: how messages travel, and what the hosts answer that the program does not serve itself. */
export const NetworkSchema = v.strictObject({
  /** Milliseconds that every message takes, one way. */
  latency: v.optional(Milliseconds, 0),
  /** Bytes that a connection carries in a second and direction; 0: no limit. */
  bandwidth: v.optional(v.pipe(v.number('is not a number'), v.integer('is not a whole number'), v.minValue(0, 'is negative')), 0),
  /** The share of messages that are lost and sent again. */
  loss: v.optional(v.pipe(v.number('is not a number'), v.minValue(0, 'is negative'), v.maxValue(0.9, 'is above 0.9')), 0),
  /** Hosts that nothing reaches. */
  unreachable: v.optional(v.array(NotEmpty), []),
  /** The first that fits a request answers it. */
  routes: v.optional(v.array(RouteSchema), []),
});

export type Route = v.InferOutput<typeof RouteSchema>;
export type Network = v.InferOutput<typeof NetworkSchema>;

/** Messages take no time, and hosts answer by their defaults. */
export const PLAIN_NETWORK: Network = v.parse(NetworkSchema, {});

/** What is wrong with something that should be a network, in words: "routes.0.status is above 599"; null if nothing is. */
export function networkComplaint(value: unknown): string | null {
  const parsed = v.safeParse(NetworkSchema, value);
  if (parsed.success) return null;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  if (issue.type === 'strict_object') return `${path ?? 'it'} ${path === null ? 'is not an object' : 'is no name that it may have'}`;
  return path === null ? issue.message : `${path} ${issue.message}`;
}
