import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Histories } from './histories';

const ENTITIES = 4;

/** Which entity each event concerns: 0 for none of them. */
const concerns = fc.array(fc.integer({ min: 0, max: ENTITIES }), { maxLength: 300 });

describe('histories', () => {
  it('know of each entity the same events and values as plain lists, at every step', () => {
    fc.assert(
      fc.property(concerns, (entityOf) => {
        const histories = new Histories('valued');
        const lists: { event: number; value: number }[][] = [];
        for (let entity = 1; entity <= ENTITIES; entity++) {
          histories.addEntity();
          lists.push([]);
        }
        for (const [event, entity] of entityOf.entries()) {
          if (entity === 0) continue;
          histories.append(entity, event, 1000 - event);
          lists[entity - 1]?.push({ event, value: 1000 - event });
        }
        for (const [position, list] of lists.entries()) {
          const entity = position + 1;
          expect(histories.count(entity)).toBe(list.length);
          expect(
            list.map((_, ordinal) => ({ event: histories.eventAt(entity, ordinal), value: histories.valueAt(entity, ordinal) })),
          ).toEqual(list);
          for (let step = 0; step <= entityOf.length; step++) {
            const before = list.filter(({ event }) => event < step);
            expect(histories.countBefore(entity, step)).toBe(before.length);
            expect(histories.latestEvent(entity, step)).toBe(before.at(-1)?.event ?? -1);
          }
        }
      }),
    );
  });

  it('take little room for many entities of one event each, and for one entity of many', () => {
    const many = new Histories('events');
    const one = new Histories('events');
    one.addEntity();
    for (let i = 1; i <= 10_000; i++) {
      many.addEntity();
      many.append(i, i);
      one.append(1, i);
    }
    expect(many.byteLength / 10_000).toBeLessThan(20);
    expect(one.byteLength / 10_000).toBeLessThan(12);
  });
});
