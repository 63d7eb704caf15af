import { lazy, Suspense } from 'react';
import styles from './App.module.css';
import { KeysDialog } from './commands/KeysDialog';
import { useKeys } from './commands/useKeys';
import { TooltipScope } from './design/Tooltip';
import { ArrivalNotice } from './sharing/ArrivalNotice';
import { Header } from './shell/Header';
import { NarrowLayout } from './shell/NarrowLayout';
import { OutcomeBanner } from './shell/OutcomeBanner';
import { PageBoundary } from './shell/PageBoundary';
import { useTheme } from './shell/theme';
import { useMediaQuery } from './shell/useMediaQuery';
import { WideLayout } from './shell/WideLayout';
import { useAppState } from './store/AppContext';

const CommandPalette = lazy(() => import('./commands/CommandPalette'));

/** The page. */
export function App() {
  const theme = useTheme();
  const wide = useMediaQuery('(min-width: 1024px)');
  useKeys();
  return (
    <TooltipScope delayDuration={400}>
      <div className={styles.page}>
        <Header theme={theme} />
        <PageBoundary>
          <ArrivalNotice />
          <OutcomeBanner />
          <main className={styles.main}>{wide ? <WideLayout theme={theme} /> : <NarrowLayout theme={theme} />}</main>
        </PageBoundary>
        <KeysDialog />
        <Palette />
      </div>
    </TooltipScope>
  );
}

/** The palette, and what it needs to search, come when it is asked for. */
function Palette() {
  const open = useAppState((state) => state.overlay === 'palette');
  return open ? (
    <Suspense>
      <CommandPalette />
    </Suspense>
  ) : null;
}
