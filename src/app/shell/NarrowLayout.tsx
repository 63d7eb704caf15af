import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { ConsolePanel } from '../panels/console/ConsolePanel';
import { ExplanationPanel } from '../panels/explanation/ExplanationPanel';
import { EventLoopPanel } from '../panels/loop/EventLoopPanel';
import { ProblemsPanel } from '../panels/problems/ProblemsPanel';
import { ProgramPanel } from '../panels/program/ProgramPanel';
import { ResourcesPanel } from '../panels/resources/ResourcesPanel';
import { TasksPanel } from '../panels/tasks/TasksPanel';
import { TimelinePanel } from '../panels/timeline/TimelinePanel';
import { WorldPanel } from '../panels/world/WorldPanel';
import { TakesTurns } from '../store/AppContext';
import { TransportBar } from '../transport/TransportBar';
import styles from './NarrowLayout.module.css';
import type { Theme } from './theme';

const TABS = ['Program', 'Loop', 'Tasks', 'Resources', 'Console', 'Problems', 'World', 'Timeline'] as const;
type Tab = (typeof TABS)[number];

/** One panel at a time behind tabs, below 1024 px; the explanation stays in sight, and the transport under the thumb. */
export function NarrowLayout({ theme }: { readonly theme: Theme }) {
  const [tab, setTab] = useState<Tab>('Program');
  const [worldSeen, setWorldSeen] = useState(false);
  const choose = (value: string): void => {
    setTab(TABS.find((name) => name === value) ?? 'Program');
    setWorldSeen((seen) => seen || value === 'World');
  };
  return (
    <div className={styles.column}>
      <TakesTurns>
        <ExplanationPanel />
      </TakesTurns>
      <Tabs.Root className={styles.tabs} value={tab} onValueChange={choose}>
        <Tabs.List className={styles.list} aria-label="Panels">
          {TABS.map((name) => (
            <Tabs.Trigger key={name} className={styles.tab} value={name}>
              {name}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {TABS.map((name) => (
          // The editor stays, with its history of edits, while another tab is in front; so does what is typed into the world, right or wrong.
          <Tabs.Content
            key={name}
            className={styles.content}
            value={name}
            tabIndex={-1}
            {...(name === 'Program' || (name === 'World' && worldSeen) ? { forceMount: true } : {})}
          >
            {panelOf(name, theme)}
          </Tabs.Content>
        ))}
      </Tabs.Root>
      <TakesTurns often>
        <TransportBar />
      </TakesTurns>
    </div>
  );
}

function panelOf(tab: Tab, theme: Theme) {
  switch (tab) {
    case 'Program':
      return (
        <TakesTurns>
          <ProgramPanel theme={theme} />
        </TakesTurns>
      );
    case 'Loop':
      return (
        <TakesTurns>
          <EventLoopPanel />
        </TakesTurns>
      );
    case 'Tasks':
      return (
        <TakesTurns>
          <TasksPanel />
        </TakesTurns>
      );
    case 'Resources':
      return (
        <TakesTurns>
          <ResourcesPanel />
        </TakesTurns>
      );
    case 'Console':
      return (
        <TakesTurns>
          <ConsolePanel />
        </TakesTurns>
      );
    case 'Problems':
      return <ProblemsPanel />;
    case 'World':
      return <WorldPanel />;
    case 'Timeline':
      return (
        <TakesTurns often>
          <TimelinePanel theme={theme} />
        </TakesTurns>
      );
  }
}
