import type { Evidence } from './evidence';
import type { Finding, RuleName } from './problem';

/** One diagnostic rule. */
export interface Rule {
  readonly name: RuleName;
  /** Everything it finds, in any order. A generator, so that long recordings can be looked through in slices. */
  find(evidence: Evidence): Iterable<Finding>;
}
