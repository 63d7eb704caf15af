import { Suspense } from 'react';
import styles from './App.module.css';
import { useKeys } from './commands/useKeys';
import { part } from './design/part';
import { TooltipScope } from './design/Tooltip';
import { ArrivalNotice } from './sharing/ArrivalNotice';
import { Header } from './shell/Header';
import { NarrowLayout } from './shell/NarrowLayout';
import { OutcomeBanner } from './shell/OutcomeBanner';
import { PageBoundary } from './shell/PageBoundary';
import { useTheme } from './shell/theme';
import { useFocusKeeper } from './shell/useFocusKeeper';
import { useMediaQuery } from './shell/useMediaQuery';
import { WideLayout } from './shell/WideLayout';
import { useAppState } from './store/AppContext';

const CommandPalette = part(() => import('./commands/CommandPalette'));
const KeysDialog = part(() => import('./commands/KeysDialog'));

/** The page. */
export function App() {
  const theme = useTheme();
  const wide = useMediaQuery('(min-width: 1024px)');
  useKeys();
  useFocusKeeper();
  return (
    <TooltipScope delayDuration={400}>
      <div className={styles.page}>
        <Header theme={theme} />
        <PageBoundary>
          <ArrivalNotice />
          <OutcomeBanner />
          <main className={styles.main} tabIndex={-1}>
            {wide ? <WideLayout theme={theme} /> : <NarrowLayout theme={theme} />}
          </main>
          <Overlay />
        </PageBoundary>
      </div>
    </TooltipScope>
  );
}

/** The palette with what it needs to search, and the list of keys, come when they are asked for. */
function Overlay() {
  const overlay = useAppState((state) => state.overlay);
  if (overlay !== 'palette' && overlay !== 'keys') return null;
  return <Suspense>{overlay === 'palette' ? <CommandPalette /> : <KeysDialog />}</Suspense>;
}
