import { Panel } from 'react-resizable-panels';
import { CollapseButton } from '../design/CollapseButton';
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
import { Divider, FoldingPanel, SizedGroup } from './SizedPanels';
import type { Theme } from './theme';
import styles from './WideLayout.module.css';

/** All panels side by side, from 1024 px on; they can be resized and folded, which is remembered. */
export function WideLayout({ theme }: { readonly theme: Theme }) {
  return (
    <SizedGroup id="page" orientation="vertical">
      <Panel id="upper" minSize="30%">
        <SizedGroup id="upper" orientation="horizontal">
          <Panel id="left" defaultSize="39%" minSize="22%">
            <SizedGroup id="left" orientation="vertical">
              <FoldingPanel id="program" collapsedSize="32px" minSize="20%" defaultSize="74%">
                {/* Two, because the editor draws itself in the frame after it is told what to. */}
                <TakesTurns frames={2}>
                  <ProgramPanel theme={theme} />
                </TakesTurns>
              </FoldingPanel>
              <Divider label="Resize Program and Console" />
              <Panel id="output" minSize="32px">
                <SizedGroup id="output" orientation="horizontal">
                  <FoldingPanel id="console" collapsedSize="32px" minSize="20%" defaultSize="56%">
                    <TakesTurns>
                      <ConsolePanel />
                    </TakesTurns>
                  </FoldingPanel>
                  <Divider label="Resize Console and Problems" />
                  <FoldingPanel id="problems" collapsedSize="32px" minSize="20%">
                    <ProblemsPanel />
                  </FoldingPanel>
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
                <FoldingPanel id="loop" collapsedSize="32px" minSize="100px" defaultSize="210px" groupResizeBehavior="preserve-pixel-size">
                  <TakesTurns>
                    <EventLoopPanel />
                  </TakesTurns>
                </FoldingPanel>
                <Divider label="Resize Event loop and Tasks" />
                <Panel id="entities" minSize="32px">
                  <SizedGroup id="state" orientation="horizontal">
                    <Panel id="inside" minSize="32px">
                      <SizedGroup id="entities" orientation="horizontal">
                        <FoldingPanel id="tasks" collapsedSize="32px" minSize="20%" defaultSize="54%">
                          <TakesTurns>
                            <TasksPanel />
                          </TakesTurns>
                        </FoldingPanel>
                        <Divider label="Resize Tasks and Resources" />
                        <FoldingPanel id="resources" collapsedSize="32px" minSize="20%">
                          <TakesTurns>
                            <ResourcesPanel />
                          </TakesTurns>
                        </FoldingPanel>
                      </SizedGroup>
                    </Panel>
                    <Divider label="Resize Resources and World" />
                    <FoldingPanel
                      id="world"
                      collapsedSize="32px"
                      minSize="280px"
                      defaultSize="32px"
                      groupResizeBehavior="preserve-pixel-size"
                    >
                      <WorldPanel />
                    </FoldingPanel>
                  </SizedGroup>
                </Panel>
              </SizedGroup>
            </div>
          </Panel>
        </SizedGroup>
      </Panel>
      <Divider label="Resize Timeline" />
      <FoldingPanel
        id="lower"
        collapsedSize="46px"
        minSize="140px"
        defaultSize="38%"
        maxSize="70%"
        groupResizeBehavior="preserve-pixel-size"
      >
        <TakesTurns often>
          <div className={styles.lower}>
            <div className={styles.bar}>
              <TransportBar />
              <CollapseButton name="Timeline" />
            </div>
            <TimelinePanel theme={theme} />
          </div>
        </TakesTurns>
      </FoldingPanel>
    </SizedGroup>
  );
}
