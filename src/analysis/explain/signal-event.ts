import type { EventOf } from '../../model/event';
import { code, type Phrase, say } from './phrase';

const SIGINT = 2;

export function signal({ signal: number }: EventOf<'signal'>): Phrase {
  return number === SIGINT
    ? say`ctrl+C is pressed: ${code('SIGINT')} arrives, and Python calls the handler that is set for it.`
    : say`signal ${number} arrives, and Python calls the handler that is set for it.`;
}
