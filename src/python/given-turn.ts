import type { HandleId } from '../model/units';
import { TURN_SIZE } from './meeting-points';

/** The handles of a turn, which Python takes by as many as there is room for. */
export class GivenTurn {
  #handles: readonly HandleId[] = [];
  #given = 0;

  begin(handles: readonly HandleId[]): void {
    this.#handles = handles;
    this.#given = 0;
  }

  /** Writes the next of them to a place in memory, counted in words. */
  giveMore(memory: Int32Array, at: number): void {
    const count = Math.min(this.#handles.length - this.#given, TURN_SIZE);
    for (let index = 0; index < count; index++) memory[at + index] = this.#handles[this.#given + index] ?? 0;
    this.#given += count;
  }
}
