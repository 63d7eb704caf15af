import { basename, dirname, join } from 'node:path';
import { problemsReport, type ReportedProblem } from './report';
import type { Format } from './usage';

/** Problems as `check` prints them; `program` is the path that was given. */
export function printed(problems: readonly ReportedProblem[], format: Format, program: string): string {
  switch (format) {
    case 'json':
      return problemsReport(problems);
    case 'text':
      return problems.length === 0 ? 'No problems found.\n' : problems.map((problem) => `${line(problem, program)}\n`).join('');
    case 'github':
      return problems.map((problem) => `${annotation(problem, program)}\n`).join('');
  }
}

/** Whether `check` fails. */
export const isBad = (problems: readonly ReportedProblem[]): boolean => problems.some(({ severity }) => severity !== 'hint');

const pathOf = ({ file }: ReportedProblem, program: string): string => join(dirname(program), file ?? basename(program));

/** "main.py:7:5: warning: … [blocking-call]", as compilers do. */
function line(problem: ReportedProblem, program: string): string {
  const { severity, rule, message } = problem;
  const where = problem.line === null ? '' : `:${problem.line}:${problem.column ?? 1}`;
  return `${pathOf(problem, program)}${where}: ${severity}: ${message} [${rule}]`;
}

const LEVELS = { error: 'error', warning: 'warning', hint: 'notice' } as const;

/** A workflow command of GitHub Actions, which becomes a note beside the line. */
function annotation(problem: ReportedProblem, program: string): string {
  const { severity, rule, message } = problem;
  const properties = [`file=${escapedProperty(pathOf(problem, program))}`];
  if (problem.line !== null) properties.push(`line=${problem.line}`, `col=${problem.column ?? 1}`);
  return `::${LEVELS[severity]} ${[...properties, `title=${rule}`].join()}::${escaped(message)}`;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
