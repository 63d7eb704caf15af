import * as v from 'valibot';
import { type Network, PLAIN_NETWORK, type Route, RouteSchema } from '../../../model/network';
import type { AskedHost } from './asked';
import { fits } from './request';
import { fieldsOfAsked, routeOf } from './routeFields';

const PLAIN_ROUTE = v.parse(RouteSchema, { host: '*' });

/**
 * The world as `--world` takes it on the command line: as it is set, and behind its routes one for each request that none of them fits and that
 * was answered in the recording. What is as usual is left out.
 */
export function worldJson(network: Network, hosts: readonly AskedHost[]): string {
  const observed = hosts.flatMap(({ host, asked }) =>
    asked
      .filter((one) => one.url !== '' && !one.failed && one.answer !== null && !network.routes.some((route) => fits(route, one)))
      .map((one) => routeOf(fieldsOfAsked(host, one))),
  );
  const routes = [...network.routes, ...observed.flatMap((made) => ('route' in made ? [made.route] : []))];
  return `${JSON.stringify({ ...unusual(network, PLAIN_NETWORK), ...(routes.length === 0 ? {} : { routes: routes.map(brief) }) }, null, 2)}\n`;
}

const brief = (route: Route): Partial<Route> => ({ host: route.host, ...unusual(route, PLAIN_ROUTE) });

/** The fields of a thing that are not as usual. */
function unusual<T extends object>(thing: T, usual: T): Partial<T> {
  const rest: Partial<T> = { ...thing };
  for (const name in usual) if (JSON.stringify(thing[name]) === JSON.stringify(usual[name])) delete rest[name];
  return rest;
}
