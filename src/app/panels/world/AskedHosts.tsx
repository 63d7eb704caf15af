import { Pencil, Plus } from 'lucide-react';
import { count } from '../../../analysis/explain/phrase';
import type { Route } from '../../../model/network';
import { formatSeconds } from '../../../model/units';
import { IconButton } from '../../design/Button';
import { useActions } from '../../store/AppContext';
import type { Asked, AskedHost } from './asked';
import { fits } from './request';
import styles from './World.module.css';

/** More requests than this are counted. */
const MOST = 200;

interface AskedHostsProps {
  readonly hosts: readonly AskedHost[];
  /** The routes that hold now. */
  readonly routes: readonly Route[];
  readonly onRoute: (host: string, asked: Asked) => void;
}

/** What the program asked in this recording, by host, with the answers; each can be made a route of. */
export function AskedHosts({ hosts, routes, onRoute }: AskedHostsProps) {
  const rest = hosts.reduce((sum, { asked }) => sum + asked.length, 0) - MOST;
  let left = MOST;
  return (
    <>
      {hosts.map(({ host, asked }) => {
        const shown = asked.slice(0, left);
        left -= shown.length;
        return shown.length === 0 ? null : (
          <section key={host} className={styles.host} aria-label={host}>
            <h4 className={styles.hostName}>{host}</h4>
            <ul className={styles.list}>
              {shown.map((one) => (
                <AskedItem
                  key={`${one.method} ${one.url}`}
                  asked={one}
                  routed={one.url !== '' && routes.some((route) => fits(route, one))}
                  onRoute={() => onRoute(host, one)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {rest > 0 ? <p className={styles.more}>and {count(rest, 'more request')}</p> : null}
    </>
  );
}

interface AskedItemProps {
  readonly asked: Asked;
  readonly routed: boolean;
  readonly onRoute: () => void;
}

function AskedItem({ asked, routed, onRoute }: AskedItemProps) {
  const { travel } = useActions();
  const name = `${asked.method} ${asked.target}`.trim();
  const Icon = routed ? Pencil : Plus;
  return (
    <li className={styles.line}>
      <button type="button" className={styles.asked} title={`Go to step ${asked.step}`} onClick={() => travel(asked.step)}>
        <code className={styles.request}>{name}</code>
        <span className={styles.facts}>
          <span className={styles.answer} data-failed={asked.failed}>
            {answerOf(asked)}
          </span>
          {asked.took === null ? null : <span>after {formatSeconds(asked.took)}</span>}
          {asked.times > 1 ? <span>{asked.times} times</span> : null}
          {routed ? <span className={styles.routed}>route</span> : null}
        </span>
      </button>
      <IconButton
        label={routed ? `Edit the route of ${name}` : `Make a route of ${name}`}
        variant="ghost"
        icon={<Icon size={14} />}
        onClick={onRoute}
      />
    </li>
  );
}

/** Errors of Linux that routes bring about, in the words of the routes. */
const ERRORS: ReadonlyMap<string, string> = new Map([
  ['ECONNRESET', 'reset (ECONNRESET)'],
  ['ECONNREFUSED', 'refused (ECONNREFUSED)'],
]);

function answerOf({ answer, failed, took }: Asked): string {
  if (answer !== null) return ERRORS.get(answer) ?? answer;
  return failed || took !== null ? 'given up' : 'no answer';
}
