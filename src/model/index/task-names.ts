import { KIND } from '../vocabulary';
import type { Source } from './source';
import type { TaskHistory } from './task-history';
import { taskLabels } from './task-labels';

/** Each task's name at a step, and the label by which the whole recording so far calls it. */
export class TaskNames {
  private readonly source: Source;
  private readonly tasks: TaskHistory;
  private labels: readonly string[] | null = null;

  constructor(source: Source, tasks: TaskHistory) {
    this.source = source;
    this.tasks = tasks;
  }

  /** A task was created or renamed: labels are made anew when next asked for. */
  forget(): void {
    this.labels = null;
  }

  labelOf(task: number): string {
    this.labels ??= this.makeLabels();
    return this.labels[task - 1] ?? '';
  }

  nameAt(task: number, step: number): string {
    const { recording } = this.source;
    const renaming = this.tasks.attributeAt(task, step, KIND.taskName);
    return recording.string(recording.fieldAt(renaming === -1 ? this.tasks.creation(task) : renaming, 1));
  }

  coroutineOf(task: number): string {
    const { recording } = this.source;
    return recording.string(recording.fieldAt(this.tasks.creation(task), 2));
  }

  private makeLabels(): readonly string[] {
    const step = this.source.recording.length;
    return taskLabels(
      Array.from({ length: this.tasks.countAt(step) }, (_, position) => ({
        name: this.nameAt(position + 1, step),
        coro: this.coroutineOf(position + 1),
      })),
    );
  }
}
