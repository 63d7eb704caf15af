import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { count } from '../../../analysis/explain/phrase';
import { Button } from '../../design/Button';
import { EmptyState, Panel } from '../../design/Panel';
import { useActions, useApp, useAppState } from '../../store/AppContext';
import { currentNetwork, currentRecorded } from '../../store/selectors';
import { AskedHosts } from './AskedHosts';
import { type Asked, askedHosts } from './asked';
import { CopyWorld } from './CopyWorld';
import { NetworkForm } from './NetworkForm';
import { type NetworkFields, networkFieldsOf, travellingOf } from './networkFields';
import { type OpenRoute, RouteItem } from './RouteItem';
import { fits } from './request';
import { fieldsOfAsked, NEW_ROUTE, type RouteFields } from './routeFields';
import { movedUp, type RouteRow, routesOf, rowsOf, withFields, withNew, without } from './routeRows';
import styles from './World.module.css';
import { worldJson } from './worldJson';
import { WORLD_LEGEND } from './worldLegend';

/** The network around the program: whom it asked, what the hosts answer, and how messages travel. */
export default function World() {
  const document = useAppState(({ drafts }) => drafts.current);
  // What is typed belongs to one program.
  return <WorldOf key={document} />;
}

function WorldOf() {
  const { examples } = useApp();
  const { setNetwork } = useActions();
  const network = useAppState((state) => currentNetwork(examples, state));
  const recorded = useAppState(currentRecorded);
  const hosts = useMemo(() => (recorded === null ? [] : askedHosts(recorded.index)), [recorded]);
  const [rows, setRows] = useState(() => rowsOf(network));
  const [open, setOpen] = useState<OpenRoute | null>(null);
  const [fields, setFields] = useState(() => networkFieldsOf(network));
  const { complaints } = travellingOf(fields, network);

  const change = (changed: readonly RouteRow[]): void => {
    setRows(changed);
    setNetwork({ ...network, routes: routesOf(changed) });
  };
  const openFromHere = (id: number): void => setOpen({ id, from: document.activeElement });
  /** Closes the open route; the focus goes back to where it was opened from. */
  const close = (): void => {
    if (open?.from instanceof HTMLElement) open.from.focus();
    setOpen(null);
  };
  const add = (added: RouteFields): void => {
    const changed = withNew(rows, added);
    change(changed);
    openFromHere(changed[0].id);
  };
  const routeOf = (host: string, asked: Asked): void => {
    const found = rows.find(({ route }) => asked.url !== '' && route !== null && fits(route, asked));
    if (found === undefined) add(fieldsOfAsked(host, asked));
    else openFromHere(found.id);
  };
  const travel = (changed: NetworkFields): void => {
    setFields(changed);
    setNetwork({ ...network, ...travellingOf(changed, network).travelling });
  };

  return (
    <Panel legend={WORLD_LEGEND} name="World" note={`${count(hosts.length, 'host')} · ${count(rows.length, 'route')}`}>
      <div className={styles.world}>
        <section aria-labelledby="world-routes">
          <header className={styles.head}>
            <h3 id="world-routes" className={styles.heading}>
              Routes
            </h3>
            <Button variant="ghost" onClick={() => add(NEW_ROUTE)}>
              <Plus size={13} aria-hidden="true" />
              Add a route
            </Button>
          </header>
          {rows.length === 0 ? (
            <EmptyState>Hosts answer by their defaults. A route changes what one answers.</EmptyState>
          ) : (
            <ul className={styles.list}>
              {rows.map((row, at) => (
                <RouteItem
                  key={row.id}
                  row={row}
                  open={row.id === open?.id ? open : null}
                  movable={at > 0}
                  onToggle={() => (row.id === open?.id ? close() : setOpen({ id: row.id, from: null }))}
                  onChange={(typed) => change(withFields(rows, row.id, typed))}
                  onMoveUp={() => change(movedUp(rows, row.id))}
                  onRemove={() => {
                    change(without(rows, row.id));
                    if (row.id === open?.id) close();
                  }}
                />
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="world-asked">
          <header className={styles.head}>
            <h3 id="world-asked" className={styles.heading}>
              Asked in this recording
            </h3>
          </header>
          {hosts.length === 0 ? (
            <EmptyState>
              {recorded === null
                ? 'The hosts that a program asks over the network appear here, with their answers.'
                : 'The program asked no host over the network that it does not serve itself.'}
            </EmptyState>
          ) : (
            <AskedHosts hosts={hosts} routes={network.routes} onRoute={routeOf} />
          )}
        </section>
        <section aria-labelledby="world-network">
          <header className={styles.head}>
            <h3 id="world-network" className={styles.heading}>
              Network
            </h3>
          </header>
          <NetworkForm fields={fields} complaints={complaints} onChange={travel} />
          <CopyWorld json={() => worldJson(network, hosts)} />
        </section>
      </div>
    </Panel>
  );
}
