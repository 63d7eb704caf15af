/** Claims the session for oneself and takes it from whoever had it, whose `onLost` is called. Gives: whether one still has it. */
export type ClaimSession = (onLost: () => void) => () => boolean;

/** One thing at a time fills the session: a run or an example that is opened. Answers that come late for another are dropped. */
export function sessionClaims(): ClaimSession {
  let holder = { onLost: (): void => undefined };
  return (onLost) => {
    const mine = { onLost };
    const before = holder;
    holder = mine;
    before.onLost();
    return () => holder === mine;
  };
}
