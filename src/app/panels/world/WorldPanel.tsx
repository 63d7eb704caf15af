import { Suspense, useContext, useState } from 'react';
import { CollapsingContext } from '../../design/collapsing';
import { Panel } from '../../design/Panel';
import { part } from '../../design/part';

const World = part(() => import('./World'));

const CLOSED = (
  <Panel legend={[]} name="World">
    {null}
  </Panel>
);

/** The network around the program. What it takes is loaded when somebody unfolds it for the first time. */
export function WorldPanel() {
  const collapsed = useContext(CollapsingContext)?.collapsed ?? false;
  const [unfolded, setUnfolded] = useState(!collapsed);
  if (!collapsed && !unfolded) setUnfolded(true);
  return unfolded ? <Suspense fallback={CLOSED}>{<World />}</Suspense> : CLOSED;
}
