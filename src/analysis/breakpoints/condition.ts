import type { RecordingIndex } from '../../model/index/recording-index';
import { evaluate, type Names } from '../expressions/evaluate';
import type { Piece } from '../expressions/piece';
import { recordedValue } from '../expressions/recordedValue';
import { parseExpression } from '../expressions/syntax';
import { CannotEvaluate, truth, type Value } from '../expressions/values';
import type { ConditionReader, ReadCondition, Verdict } from './conditionReader';

export const readCondition: ConditionReader = (index, text) => new Condition(index, text);

class Condition implements ReadCondition {
  private readonly index: RecordingIndex;
  private readonly expression: Piece | null;
  private readonly mistake: string;
  /** By the number of its text: what changes from pass to pass has few values. */
  private readonly values = new Map<number, Value>();

  constructor(index: RecordingIndex, text: string) {
    this.index = index;
    const read = expressionOf(text);
    this.expression = 'reason' in read ? null : read;
    this.mistake = 'reason' in read ? read.reason : '';
  }

  at(step: number, frame: number, moduleFrame: number): Verdict {
    if (this.expression === null) return { reason: this.mistake };
    const names: Names = (name) =>
      this.variable(name, frame, step) ?? (moduleFrame === 0 ? undefined : this.variable(name, moduleFrame, step));
    try {
      return truth(evaluate(this.expression, names));
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  }

  private variable(name: string, frame: number, step: number): Value | undefined {
    const { recording, frames } = this.index;
    const event = frames.localsAt(frame, step).find((local) => recording.string(recording.fieldAt(local, 1)) === name);
    if (event === undefined) return undefined;
    const text = recording.fieldAt(event, 2);
    const known = this.values.get(text);
    if (known !== undefined) return known;
    const value = recordedValue(recording.string(text));
    this.values.set(text, value);
    return value;
  }
}

function expressionOf(text: string): Piece | { readonly reason: string } {
  try {
    return parseExpression(text);
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** What is the matter with a condition as it is written; null when it is an expression. */
export function mistakeIn(condition: string): string | null {
  const read = expressionOf(condition);
  return 'reason' in read ? read.reason : null;
}

function reasonOf(error: unknown): string {
  if (error instanceof CannotEvaluate) return error.message;
  throw error;
}
