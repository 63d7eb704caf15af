import { useEffect } from 'react';
import styles from './App.module.css';
import { TooltipScope } from './design/Tooltip';
import { ArrivalNotice } from './sharing/ArrivalNotice';
import { Header } from './shell/Header';
import { NarrowLayout } from './shell/NarrowLayout';
import { OutcomeBanner } from './shell/OutcomeBanner';
import { PageBoundary } from './shell/PageBoundary';
import { useTheme } from './shell/theme';
import { useMediaQuery } from './shell/useMediaQuery';
import { WideLayout } from './shell/WideLayout';
import { useActions, useApp } from './store/AppContext';
import { type KeyCommand, keyCommand, keyPlaceOf } from './transport/keymap';

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
      </div>
    </TooltipScope>
  );
}

/** The keys that work everywhere on the page. */
function useKeys(): void {
  const { store } = useApp();
  const actions = useActions();
  useEffect(() => {
    const commands: { readonly [C in KeyCommand]: () => void } = {
      run: actions.run,
      stepBack: actions.stepBack,
      stepForward: actions.stepForward,
      firstStep: actions.firstStep,
      lastStep: actions.lastStep,
      playOrPause: () => (store.getState().position.playing ? actions.pause() : actions.play()),
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const command = keyCommand(event, keyPlaceOf(event.target));
      if (command === null) return;
      event.preventDefault();
      commands[command]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, actions]);
}
