import type { Network } from '../../model/network';
import type { Input } from '../../model/scenario';
import type { Example } from './examples';
import { withConditions } from './ownConditions';
import type { AppStore } from './state';

export interface ConditionActions {
  /** Changes what the present program reads from its standard input. */
  readonly setInput: (input: Input) => void;
  /** Changes the network, and the world that answers over it, in which the present program runs. */
  readonly setNetwork: (network: Network) => void;
}

export function conditionActions(store: AppStore, examples: readonly Example[]): ConditionActions {
  return {
    setInput: (input) => store.setState(({ drafts }) => ({ drafts: withConditions(examples, drafts, { input }) })),
    setNetwork: (network) => store.setState(({ drafts }) => ({ drafts: withConditions(examples, drafts, { network }) })),
  };
}
