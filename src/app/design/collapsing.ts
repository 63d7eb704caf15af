import { createContext } from 'react';

/** How the panel around one can be folded to its header. */
export interface Collapsing {
  readonly collapsed: boolean;
  /** Whether it folds to one side, so that its header stands upright, rather than up or down. */
  readonly sideways: boolean;
  readonly toggle: () => void;
}

/** null where panels cannot be folded. */
export const CollapsingContext = createContext<Collapsing | null>(null);
