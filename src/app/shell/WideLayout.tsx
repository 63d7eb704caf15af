import type { ReactNode } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { ConsolePanel } from '../panels/console/ConsolePanel';
import { ExplanationPanel } from '../panels/explanation/ExplanationPanel';
import { EventLoopPanel } from '../panels/loop/EventLoopPanel';
import { ProblemsPanel } from '../panels/problems/ProblemsPanel';
import { ProgramPanel } from '../panels/program/ProgramPanel';
import { ResourcesPanel } from '../panels/resources/ResourcesPanel';
import { TasksPanel } from '../panels/tasks/TasksPanel';
import { TimelinePanel } from '../panels/timeline/TimelinePanel';
import { TakesTurns, useActions, useApp } from '../store/AppContext';
import { TransportBar } from '../transport/TransportBar';
import type { Theme } from './theme';
import styles from './WideLayout.module.css';

/** All panels side by side, from 1024 px on; their sizes can be changed and are remembered. */
export function WideLayout({ theme }: { readonly theme: Theme }) {
  return (
    <SizedGroup id="page" orientation="vertical">
      <Panel id="upper" minSize="30%">
        <SizedGroup id="upper" orientation="horizontal">
          <Panel id="left" defaultSize="39%" minSize="22%">
            <SizedGroup id="left" orientation="vertical">
              <Panel id="program" defaultSize="74%" minSize="20%">
                <TakesTurns>
                  <ProgramPanel theme={theme} />
                </TakesTurns>
              </Panel>
              <Divider label="Resize Program and Console" />
              <Panel id="output" minSize="32px">
                <SizedGroup id="output" orientation="horizontal">
                  <Panel id="console" defaultSize="56%" minSize="20%">
                    <TakesTurns>
                      <ConsolePanel />
                    </TakesTurns>
                  </Panel>
                  <Divider label="Resize Console and Problems" />
                  <Panel id="problems" minSize="20%">
                    <ProblemsPanel />
                  </Panel>
                </SizedGroup>
              </Panel>
            </SizedGroup>
          </Panel>
          <Divider label="Resize Program and Event loop" />
          <Panel id="right" minSize="35%">
            <div className={styles.right}>
              <TakesTurns>
                <ExplanationPanel />
              </TakesTurns>
              <SizedGroup id="right" orientation="vertical">
                <Panel id="loop" defaultSize="210px" minSize="32px" groupResizeBehavior="preserve-pixel-size">
                  <TakesTurns>
                    <EventLoopPanel />
                  </TakesTurns>
                </Panel>
                <Divider label="Resize Event loop and Tasks" />
                <Panel id="entities" minSize="32px">
                  <SizedGroup id="entities" orientation="horizontal">
                    <Panel id="tasks" defaultSize="54%" minSize="20%">
                      <TakesTurns>
                        <TasksPanel />
                      </TakesTurns>
                    </Panel>
                    <Divider label="Resize Tasks and Resources" />
                    <Panel id="resources" minSize="20%">
                      <TakesTurns>
                        <ResourcesPanel />
                      </TakesTurns>
                    </Panel>
                  </SizedGroup>
                </Panel>
              </SizedGroup>
            </div>
          </Panel>
        </SizedGroup>
      </Panel>
      <Divider label="Resize Timeline" />
      <Panel id="lower" defaultSize="38%" minSize="45px" maxSize="70%" groupResizeBehavior="preserve-pixel-size">
        <div className={styles.lower}>
          <TransportBar />
          <TimelinePanel theme={theme} />
        </div>
      </Panel>
    </SizedGroup>
  );
}

interface SizedGroupProps {
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly children: ReactNode;
}

/** A group of panels that remembers how it was divided. */
function SizedGroup({ id, orientation, children }: SizedGroupProps) {
  const { store } = useApp();
  const { setLayout } = useActions();
  const remembered: Layout | undefined = store.getState().preferences.layout[id];
  return (
    <Group
      id={`group-${id}`}
      className={styles.group}
      orientation={orientation}
      defaultLayout={remembered}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) setLayout(id, layout);
      }}
    >
      {children}
    </Group>
  );
}

function Divider({ label }: { readonly label: string }) {
  return <Separator className={styles.divider} aria-label={label} />;
}
