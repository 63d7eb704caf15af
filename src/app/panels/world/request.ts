import type { Route } from '../../../model/network';

/** What a host is asked for. */
export interface Request {
  readonly method: string;
  readonly url: string;
}

interface Target {
  /** "api.example.org", with the port if it is not the usual one of the scheme. */
  readonly host: string;
  /** Without the port. */
  readonly name: string;
  readonly port: string;
  readonly path: string;
  /** The path with its query. */
  readonly target: string;
}

const USUAL_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** The parts of an address. Null if it is none; nothing in it is encoded or decoded, because routes are compared with what was asked. */
export function targetOf(url: string): Target | null {
  const [, scheme = '', authority = '', path = '', query = ''] = /^(https?):\/\/(?:[^/?#@]*@)?([^/?#]+)([^?#]*)(\?[^#]*)?/i.exec(url) ?? [];
  const [, name = '', given] = /^(.+?)(?::(\d+))?$/.exec(authority) ?? [];
  if (name === '') return null;
  const usual = USUAL_PORTS[scheme.toLowerCase()] ?? '';
  const port = given ?? usual;
  const asked = path === '' ? '/' : path;
  return { host: port === usual ? name : `${name}:${port}`, name, port, path: asked, target: `${asked}${query}` };
}

/** Whether a route answers a request: see src/python/runtime/_loopscope/network/routes.py. */
export function fits(route: Pick<Route, 'host' | 'method' | 'path'>, { method, url }: Request): boolean {
  const target = targetOf(url);
  if (target === null) return false;
  const host = route.host.toLowerCase();
  return (
    (matches(target.name.toLowerCase(), host) || matches(`${target.name}:${target.port}`.toLowerCase(), host)) &&
    (route.method === '*' || route.method.toUpperCase() === method) &&
    (matches(target.path, route.path) || matches(target.target, route.path))
  );
}

/** `*` stands for any characters. */
function matches(text: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}
