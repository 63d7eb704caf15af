import { type ComponentType, lazy } from 'react';
import { fetched } from '../fetched';

/** A component that is fetched when it is drawn for the first time. */
export const part = <P extends object>(load: () => Promise<{ readonly default: ComponentType<P> }>) => lazy(() => fetched(load));
