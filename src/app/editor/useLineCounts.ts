import type { editor } from 'monaco-editor/editor/editor.api';
import { useEffect, useState } from 'react';
import { type CountsOf, ShownCounts } from './shownCounts';

/** Shows beside the numbers of the lines in sight how often they ran. */
export function useLineCounts(target: editor.IStandaloneCodeEditor | null, countsOf: CountsOf): void {
  const [shown, setShown] = useState<ShownCounts | null>(null);
  useEffect(() => {
    if (target === null) return;
    const counts = new ShownCounts(target);
    setShown(counts);
    return () => counts.dispose();
  }, [target]);
  useEffect(() => shown?.show(countsOf), [shown, countsOf]);
}
