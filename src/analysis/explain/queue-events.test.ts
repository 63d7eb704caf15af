import { describe, expect, it } from 'vitest';
import { MAIN_A_B, said } from './said.test-support';

const queue = (kind: string) => `resource 1 ${kind} out main.py:3\n level 1 0 2\n ${MAIN_A_B}`;

describe('the explanation of an item in a queue', () => {
  it('says where it stands in line', () => {
    expect(said(`${queue('Queue')}\n itemPut 1 1 7 -1`)).toBe('main puts 7 into out, where it is the only item.');
    expect(said(`${queue('Queue')}\n itemPut 1 1 7 -1\n itemPut 1 2 8 -1`)).toBe('main puts 8 into out, where it is the 2nd in line.');
    expect(said(`${queue('LifoQueue')}\n itemPut 1 1 7 0\n itemPut 1 2 8 0`)).toBe('main puts 8 into out, as the next to be taken out.');
  });

  it('says who has waited for it', () => {
    const drawing = `${queue('Queue')}\n suspend 1 get 1\n ran 1\n run 2\n handle 4 1 wakeup\n itemPut 1 1 7 -1`;
    expect(said(drawing)).toBe('a puts 7 into out, where it is the only item. main has waited for one and can go on.');
  });

  it('says what is left when one is taken out', () => {
    const one = `${queue('Queue')}\n itemPut 1 1 7 -1`;
    expect(said(`${one}\n itemGot 1 1`)).toBe('main takes 7 out of out, which is empty now.');
    expect(said(`${one}\n itemPut 1 2 8 -1\n itemGot 1 1`)).toBe('main takes 7 out of out, where 1 item is left.');
  });

  it('says for whom that makes room', () => {
    const full = `${queue('Queue')}\n itemPut 1 1 7 -1\n itemPut 1 2 8 -1\n level 1 2 2 2\n suspend 1 put 1\n ran 1\n run 2\n handle 4 1 wakeup`;
    expect(said(`${full}\n itemGot 1 1`)).toBe(
      'a takes 7 out of out, where 1 item is left. That makes room for main, which has waited to put one in.',
    );
  });
});
