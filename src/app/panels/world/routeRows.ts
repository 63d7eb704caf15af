import type { Network, Route } from '../../../model/network';
import { type Complaints, fieldsOf, type RouteFields, routeOf } from './routeFields';

/** A route in the list of the panel: as it is typed, and as it holds. */
export interface RouteRow {
  /** Tells rows apart while they are moved and removed. */
  readonly id: number;
  readonly fields: RouteFields;
  readonly complaints: Complaints;
  /** What was typed last that was right; null: nothing yet. */
  readonly route: Route | null;
}

export const rowsOf = ({ routes }: Network): readonly RouteRow[] =>
  routes.map((route, id) => ({ id, fields: fieldsOf(route), complaints: {}, route }));

/** The routes that hold, in their order. */
export const routesOf = (rows: readonly RouteRow[]): Route[] => rows.flatMap(({ route }) => (route === null ? [] : [route]));

/** With a row typed into. What is wrong changes no route. */
export const withFields = (rows: readonly RouteRow[], id: number, fields: RouteFields): readonly RouteRow[] =>
  rows.map((row) => (row.id === id ? typed(row, fields) : row));

/** With a new row before the others, because the first route that fits answers. */
export function withNew(rows: readonly RouteRow[], fields: RouteFields): readonly [RouteRow, ...RouteRow[]] {
  const id = Math.max(-1, ...rows.map((row) => row.id)) + 1;
  return [typed({ id, fields, complaints: {}, route: null }, fields), ...rows];
}

export const without = (rows: readonly RouteRow[], id: number): readonly RouteRow[] => rows.filter((row) => row.id !== id);

/** With a row before the one that was before it. */
export function movedUp(rows: readonly RouteRow[], id: number): readonly RouteRow[] {
  const at = rows.findIndex((row) => row.id === id);
  const [row, before] = [rows[at], rows[at - 1]];
  return row === undefined || before === undefined ? rows : [...rows.slice(0, at - 1), row, before, ...rows.slice(at + 1)];
}

function typed(row: RouteRow, fields: RouteFields): RouteRow {
  const parsed = routeOf(fields);
  return 'route' in parsed ? { ...row, fields, complaints: {}, route: parsed.route } : { ...row, fields, complaints: parsed.complaints };
}
